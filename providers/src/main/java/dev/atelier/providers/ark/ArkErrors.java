package dev.atelier.providers.ark;

import java.time.Duration;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import dev.atelier.domain.failure.ErrorKind;
import dev.atelier.domain.failure.Failure;
import dev.atelier.providers.http.Json;
import dev.atelier.providers.http.Reply;
import dev.atelier.providers.record.Redaction;

/** Ark's error codes in our words (the vendor's list, and what was seen of it). */
final class ArkErrors {

    private static final int LONGEST_CODE = 128;
    private static final int LONGEST_MESSAGE = 2_000;

    private ArkErrors() {
    }

    /** Ark's own error form: {@code {"error":{"code","message",…}}}. */
    static Optional<JsonNode> error(Reply.Heard heard) {
        return Json.object(heard.body()).map(body -> body.path("error"))
                .filter(error -> Json.text(error, "code") != null);
    }

    static Failure failure(JsonNode error, Duration retryAfter, Redaction redaction) {
        String code = Json.text(error, "code");
        String message = Json.text(error, "message");
        String said = redaction.text(message == null ? code : message);
        return new Failure(kind(code), cut(redaction.text(code), LONGEST_CODE), cut(said, LONGEST_MESSAGE), retryAfter,
                null, null);
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    /** Null for a code that is in no list: nothing is concluded from it. */
    static ErrorKind kind(String code) {
        if (code == null) {
            return null;
        }
        ErrorKind content = content(code);
        return content != null ? content : switch (code.split("[.]", 2)[0]) {
            case "AuthenticationError", "InvalidApiKey", "Unauthorized" -> ErrorKind.AUTH;
            case "AccessDenied" -> ErrorKind.RISK;
            case "ServiceNotOpen", "ModelNotOpen", "InvalidEndpointOrModel", "InvalidEndpoint",
                    "ModelIDAccessDisabled", "UnsupportedModel" ->
                ErrorKind.NOT_ENTITLED;
            case "AccountOverdueError", "ServiceOverdue", "QuotaExceeded", "SetLimitExceeded" -> ErrorKind.QUOTA;
            case "OperationDenied" -> denied(code);
            case "InflightBatchsizeExceeded" -> ErrorKind.CONCURRENCY;
            case "ServerOverloaded", "ModelLoadingError" -> ErrorKind.PROVIDER_BUSY;
            case "MissingParameter", "InvalidParameter", "InvalidImageURL", "BadRequest" -> ErrorKind.BAD_REQUEST;
            case "RequestEntityTooLarge", "PayloadTooLarge" -> ErrorKind.PAYLOAD_TOO_LARGE;
            case "RequestBurstTooFast", "TooManyRequests" -> ErrorKind.RATE_LIMIT;
            default -> code.contains("RateLimitExceeded") ? ErrorKind.RATE_LIMIT : null;
        };
    }

    private static ErrorKind denied(String code) {
        if (code.endsWith("Overdue")) {
            return ErrorKind.QUOTA;
        }
        return code.endsWith("NotOpen") ? ErrorKind.NOT_ENTITLED : ErrorKind.RISK;
    }

    private static ErrorKind content(String code) {
        if (!code.contains("SensitiveContentDetected")) {
            return null;
        }
        return code.startsWith("Output") ? ErrorKind.CONTENT_OUTPUT : ErrorKind.CONTENT_INPUT;
    }
}
