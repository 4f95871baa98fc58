package dev.atelier.providers.talk;

import java.time.Duration;

import dev.atelier.domain.failure.ErrorKind;
import dev.atelier.domain.failure.Failure;
import dev.atelier.providers.record.Redaction;

/** A provider's words about what went wrong, redacted and as long as we keep them. */
public final class Told {

    private static final int LONGEST_CODE = 128;
    private static final int LONGEST_MESSAGE = 2_000;

    private Told() {
    }

    /**
     * @param kind    null where the provider documents nothing about the code: nothing is concluded from it
     * @param message what the provider says to a person, or null
     */
    public static Failure failure(ErrorKind kind, String code, String message, Duration retryAfter,
            Redaction redaction) {
        String said = redaction.text(message == null ? "code " + code : message);
        return new Failure(kind, code == null ? null : cut(redaction.text(code), LONGEST_CODE),
                cut(said, LONGEST_MESSAGE), retryAfter, null, null);
    }

    /** For an end that is known as such, whatever its code: then something is concluded. */
    public static Failure known(Failure failure, ErrorKind otherwise) {
        return failure.kind() != null
                ? failure
                : new Failure(otherwise, failure.providerCode(), failure.message(), failure.retryAfter(),
                        failure.resetAt(), failure.billed());
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }
}
