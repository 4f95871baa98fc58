package dev.atelier.sandbox.ark;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;

/** Makes ids that look like the provider's: {@code cgt-20260102150405-ab3de9fk}. */
final class Ids {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss")
            .withZone(ZoneOffset.UTC);
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {
    }

    static String task(Instant now) {
        return "cgt-" + TIME.format(now) + "-" + letters();
    }

    /** A picture's request has no id of its own; this one is for the journal. */
    static String image(Instant now) {
        return "img-" + TIME.format(now) + "-" + letters();
    }

    private static String letters() {
        return RANDOM.ints(8, 0, 36).mapToObj(digit -> Integer.toString(digit, 36)).collect(Collectors.joining());
    }
}
