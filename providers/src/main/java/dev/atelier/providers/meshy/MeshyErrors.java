package dev.atelier.providers.meshy;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

import dev.atelier.domain.failure.ErrorKind;
import dev.atelier.domain.failure.Failure;
import dev.atelier.providers.http.Json;
import dev.atelier.providers.http.Reply;
import dev.atelier.providers.http.RetryAfter;
import dev.atelier.providers.record.Redaction;
import dev.atelier.providers.talk.Told;

/** Meshy's refusals, {@code {"message"}} under an HTTP status: only the words tell its two kinds of 429 apart. */
final class MeshyErrors {

    private static final Pattern FULL = Pattern.compile("nomoreconcurrenttasks|nomorependingtasks|toomanypendingtasks");
    private static final Pattern CONTENT = Pattern.compile(
            "moderation|content policy|sensitive|nsfw|inappropriate|prohibited");

    private MeshyErrors() {
    }

    static Optional<Failure> refusal(Reply.Heard heard, Redaction redaction, Instant now) {
        return heard.status() < 400 || heard.status() >= 500
                ? Optional.empty()
                : Json.object(heard.body()).map(body -> Json.text(body, "message"))
                        .map(message -> Told.failure(kind(heard.status(), message), String.valueOf(heard.status()),
                                message, RetryAfter.of(heard, now), redaction));
    }

    /** Null for a status in no list. */
    static ErrorKind kind(int status, String message) {
        String said = message.toLowerCase(Locale.ROOT);
        return switch (status) {
            case 400, 409, 422 -> CONTENT.matcher(said).find() ? ErrorKind.CONTENT_INPUT : ErrorKind.BAD_REQUEST;
            case 401 -> ErrorKind.AUTH;
            case 402 -> ErrorKind.QUOTA;
            case 403 -> ErrorKind.NOT_ENTITLED;
            case 413 -> ErrorKind.PAYLOAD_TOO_LARGE;
            case 429 -> FULL.matcher(said).find() ? ErrorKind.CONCURRENCY : ErrorKind.RATE_LIMIT;
            default -> null;
        };
    }

    /** Why a task failed: it has words alone. */
    static Failure failed(JsonNode task, Redaction redaction) {
        String message = Json.text(task.path("task_error"), "message");
        return Told.failure(message != null && CONTENT.matcher(message.toLowerCase(Locale.ROOT)).find()
                ? ErrorKind.CONTENT_OUTPUT
                : ErrorKind.GENERATION_FAILED, null,
                message == null ? "the task failed without a reason" : message, null, redaction);
    }
}
