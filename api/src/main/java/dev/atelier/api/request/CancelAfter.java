package dev.atelier.api.request;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.atelier.api.problem.Refused;

/** {@code Cancel-After: 90s | 10m | 2h | 90}: how long a job may take before it is given up. */
public final class CancelAfter {
    private static final Pattern FORM = Pattern.compile("(\\d{1,6})([smh]?)");
    private static final Duration USUAL = Duration.ofHours(24);
    private static final Duration LONGEST = Duration.ofHours(72);

    private CancelAfter() {
    }

    public static Duration of(String header) {
        if (header == null) {
            return USUAL;
        }
        Matcher form = FORM.matcher(header.strip());
        Duration asked = form.matches() ? duration(Long.parseLong(form.group(1)), form.group(2)) : Duration.ZERO;
        if (!asked.isPositive() || asked.compareTo(LONGEST) > 0) {
            throw Refused.badRequest("invalid_header", "Cancel-After", "must be like 90s, 10m or 2h, from 1s to 72h");
        }
        return asked;
    }

    private static Duration duration(long number, String unit) {
        return switch (unit) {
            case "h" -> Duration.ofHours(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofSeconds(number);
        };
    }
}
