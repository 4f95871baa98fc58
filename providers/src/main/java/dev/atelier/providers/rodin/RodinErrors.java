package dev.atelier.providers.rodin;

import java.time.Instant;
import java.util.Optional;

import dev.atelier.domain.failure.ErrorKind;
import dev.atelier.domain.failure.Failure;
import dev.atelier.providers.http.Json;
import dev.atelier.providers.http.Reply;
import dev.atelier.providers.http.RetryAfter;
import dev.atelier.providers.record.Redaction;
import dev.atelier.providers.talk.Told;

/** Rodin's refusals, {@code {"error":WORD,"message"}}; what went well may say {@code OK} there. */
final class RodinErrors {

    private static final String PREFIX = "API_";

    private RodinErrors() {
    }

    /** Of no 5xx: it may have been taken. */
    static Optional<Failure> refusal(Reply.Heard heard, Redaction redaction, Instant now) {
        return heard.status() >= 500
                ? Optional.empty()
                : Json.object(heard.body()).filter(body -> RodinHandle.named(body).isEmpty())
                        .filter(body -> Json.text(body, "error") != null)
                        .map(body -> Told.failure(kind(heard.status(), Json.text(body, "error")),
                                Json.text(body, "error"), Json.text(body, "message"), RetryAfter.of(heard, now),
                                redaction));
    }

    /** Null for a word in no list, unless its status tells enough. */
    static ErrorKind kind(int status, String word) {
        return switch (word.startsWith(PREFIX) ? word.substring(PREFIX.length()) : word) {
            case "NO_ACTIVE_SUBSCRIPTION", "SUBSCRIPTION_PLAN_TOO_LOW", "PERMISSION_DENIED" -> ErrorKind.NOT_ENTITLED;
            case "INSUFFICIENT_FUND", "INSUFFICIENT_FUNDS" -> ErrorKind.QUOTA;
            case "UNAUTHORIZED", "USER_NOT_FOUND", "GROUP_NOT_FOUND" -> ErrorKind.AUTH;
            case "INVALID_REQUEST" -> ErrorKind.BAD_REQUEST;
            case "IMAGE_CONTENT_VIOLATION" -> ErrorKind.CONTENT_INPUT;
            case "PARALLELISM_LIMIT_REACHED" -> ErrorKind.CONCURRENCY;
            default -> switch (status) {
                case 401 -> ErrorKind.AUTH;
                case 402 -> ErrorKind.QUOTA;
                case 413 -> ErrorKind.PAYLOAD_TOO_LARGE;
                case 429 -> ErrorKind.RATE_LIMIT;
                default -> null;
            };
        };
    }
}
