package dev.atelier.providers.replicate;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.atelier.domain.failure.ErrorKind;
import dev.atelier.domain.failure.Failure;
import dev.atelier.providers.http.Json;
import dev.atelier.providers.http.Reply;
import dev.atelier.providers.http.RetryAfter;
import dev.atelier.providers.record.Redaction;
import dev.atelier.providers.talk.Told;

/** Replicate's problems (RFC 7807, {@code {title,detail,status}}) in our words. A failed prediction has words alone. */
final class ReplicateErrors {

    private static final Pattern CODE = Pattern.compile("\\((E\\d{3,4})\\)");
    private static final Pattern RESETS = Pattern.compile("resets in ~(\\d{1,5})s");
    private static final Pattern CONTENT = Pattern
            .compile("nsfw|sensitive|safety|moderation|content policy|flagged|prohibited");

    private ReplicateErrors() {
    }

    /** The refusal of a create. */
    static Optional<Failure> refusal(Reply.Heard heard, Redaction redaction, Instant now) {
        return heard.status() < 400 || heard.status() >= 500
                ? Optional.empty()
                : Json.object(heard.body()).filter(body -> Json.text(body, "detail") != null)
                        .map(body -> Told.failure(atCreate(heard.status()), String.valueOf(heard.status()),
                                Json.text(body, "detail"), wait(heard, body, now), redaction));
    }

    private static ErrorKind atCreate(int status) {
        return switch (status) {
            case 401 -> ErrorKind.AUTH;
            case 402 -> ErrorKind.QUOTA;
            case 403, 404 -> ErrorKind.NOT_ENTITLED;
            case 400, 422 -> ErrorKind.BAD_REQUEST;
            case 413 -> ErrorKind.PAYLOAD_TOO_LARGE;
            case 429 -> ErrorKind.RATE_LIMIT;
            default -> null;
        };
    }

    /** Mostly it stands in the words. */
    private static Duration wait(Reply.Heard heard, ObjectNode body, Instant now) {
        Matcher resets = RESETS.matcher(Json.text(body, "detail"));
        return resets.find() ? Duration.ofSeconds(Long.parseLong(resets.group(1))) : RetryAfter.of(heard, now);
    }

    /** Why a prediction failed; {@code aborted} is one that ran or waited too long. */
    static Failure failed(String status, String error, Redaction redaction) {
        String words = error == null ? "the prediction " + status + " without a reason" : error;
        Matcher code = CODE.matcher(words);
        return Told.failure("aborted".equals(status) ? ErrorKind.TASK_EXPIRED : kind(words),
                code.find() ? code.group(1) : null, words, null, redaction);
    }

    private static ErrorKind kind(String words) {
        String said = words.toLowerCase(Locale.ROOT);
        if (!CONTENT.matcher(said).find()) {
            return said.contains("invalid input") || said.contains("validation")
                    ? ErrorKind.BAD_REQUEST
                    : ErrorKind.GENERATION_FAILED;
        }
        return said.contains("input") || said.contains("prompt") ? ErrorKind.CONTENT_INPUT : ErrorKind.CONTENT_OUTPUT;
    }
}
