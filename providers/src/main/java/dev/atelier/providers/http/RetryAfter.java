package dev.atelier.providers.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** The {@code Retry-After} header (RFC 9110 §10.2.3): seconds or a date, at most a day ahead. */
public final class RetryAfter {

    private static final Duration MOST = Duration.ofDays(1);

    private RetryAfter() {
    }

    /** Null when there is none that can be read. */
    public static Duration of(Reply.Heard heard, Instant now) {
        String value = heard.headers().get("Retry-After");
        if (value == null || value.isBlank()) {
            return null;
        }
        String trimmed = value.strip();
        return trimmed.matches("\\d{1,18}")
                ? bounded(Duration.ofSeconds(Long.parseLong(trimmed)))
                : until(trimmed, now);
    }

    private static Duration until(String date, Instant now) {
        try {
            Instant then = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            return bounded(Duration.between(now, then));
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private static Duration bounded(Duration wait) {
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(MOST) > 0 ? MOST : wait;
    }
}
