package dev.atelier.api.request;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code Prefer: wait=30} of RFC 7240. What cannot be read is not a preference, hence ignored. */
public final class Wait {
    private static final Pattern WAIT = Pattern.compile("wait(\\s*=\\s*\"?(\\d{1,6})\"?)?(\\s*;.*)?");
    private static final Duration USUAL = Duration.ofSeconds(30);

    private Wait() {
    }

    /** Empty when there is nothing to wait for. */
    public static Optional<Duration> of(List<String> prefer, Duration most) {
        return prefer.stream().flatMap(header -> List.of(header.split(",")).stream())
                .map(each -> WAIT.matcher(each.strip().toLowerCase(Locale.ROOT))).filter(Matcher::matches).findFirst()
                .map(wait -> wait.group(2) == null ? USUAL : Duration.ofSeconds(Long.parseLong(wait.group(2))))
                .map(asked -> asked.compareTo(most) > 0 ? most : asked).filter(Duration::isPositive);
    }
}
