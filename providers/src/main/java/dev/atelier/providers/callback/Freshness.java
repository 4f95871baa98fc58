package dev.atelier.providers.callback;

import java.time.Duration;
import java.time.Instant;

/** A signature is over a time, so that what was once signed cannot be sent again for ever. */
public final class Freshness {

    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private Freshness() {
    }

    /** @param seconds since 1970, as a header says */
    public static boolean of(String seconds, Instant now) {
        return seconds.matches("\\d{1,12}")
                && Duration.between(Instant.ofEpochSecond(Long.parseLong(seconds)), now).abs()
                        .compareTo(TOLERANCE) <= 0;
    }
}
