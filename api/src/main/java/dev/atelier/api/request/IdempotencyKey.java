package dev.atelier.api.request;

import java.util.regex.Pattern;

import dev.atelier.api.problem.Refused;

/** {@code Idempotency-Key}: the caller's own name of a request, so that sending it again cannot make two jobs. */
public final class IdempotencyKey {
    private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7e]{1,255}");

    private IdempotencyKey() {
    }

    public static String of(String header) {
        if (header != null && (header.isBlank() || !PRINTABLE.matcher(header).matches())) {
            throw Refused.badRequest("invalid_header", "Idempotency-Key",
                    "must be 1 to 255 printable ASCII characters");
        }
        return header;
    }
}
