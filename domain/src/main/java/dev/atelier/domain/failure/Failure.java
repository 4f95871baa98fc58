package dev.atelier.domain.failure;

import java.time.Duration;
import java.time.Instant;

import dev.atelier.domain.attempt.Billed;

/**
 * Why something did not work, in our words and the provider's.
 *
 * @param providerCode the provider's own code, at most 128 characters, or null
 * @param message      for a person; redacted, at most 2,000 characters
 * @param retryAfter   the provider's own wait, or null
 * @param resetAt      when the provider says the account's quota returns, or null
 * @param billed       what the provider documents for this failure, or null where the table must say
 */
public record Failure(ErrorKind kind, String providerCode, String message, Duration retryAfter, Instant resetAt,
        Billed billed) {

    public static Failure of(ErrorKind kind, String message) {
        return new Failure(kind, null, message, null, null, null);
    }

    public static Failure of(ErrorKind kind, String providerCode, String message) {
        return new Failure(kind, providerCode, message, null, null, null);
    }
}
