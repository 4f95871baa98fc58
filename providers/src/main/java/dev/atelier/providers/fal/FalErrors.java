package dev.atelier.providers.fal;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.atelier.domain.failure.ErrorKind;
import dev.atelier.domain.failure.Failure;
import dev.atelier.providers.http.Json;
import dev.atelier.providers.http.Reply;
import dev.atelier.providers.http.RetryAfter;
import dev.atelier.providers.record.Redaction;
import dev.atelier.providers.talk.Told;

/**
 * fal's errors in our words: a {@code detail} that is a text or a list of {@code {loc,msg,type}}, and a type in the body
 * or in a header.
 */
final class FalErrors {

    private FalErrors() {
    }

    /** The refusal of a create. */
    static Optional<Failure> refusal(Reply.Heard heard, Redaction redaction, Instant now) {
        if (heard.status() < 400 || heard.status() >= 500) {
            return Optional.empty();
        }
        return said(heard).map(said -> Told.failure(atCreate(heard.status(), said), said.type(), said.message(),
                RetryAfter.of(heard, now), redaction));
    }

    /** Why a task that has ended brought no result; empty when that is not what the answer says. */
    static Optional<Failure> failed(Reply.Heard heard, Redaction redaction) {
        return said(heard).filter(said -> said.type() != null)
                .map(said -> Told.failure(ended(said.type()), said.type(), said.message(), null, redaction));
    }

    private record Said(String type, String message) {
    }

    private static Optional<Said> said(Reply.Heard heard) {
        Optional<ObjectNode> body = Json.object(heard.body()).filter(read -> read.has("detail"));
        return body.map(read -> {
            JsonNode detail = read.path("detail");
            JsonNode first = detail.isArray() ? detail.path(0) : detail;
            String type = Json.text(first, "type");
            if (type == null) {
                type = Json.text(read, "error_type");
            }
            if (type == null) {
                type = heard.headers().get("x-fal-error-type");
            }
            return new Said(type, detail.isTextual() ? detail.textValue() : Json.text(first, "msg"));
        });
    }

    private static ErrorKind atCreate(int status, Said said) {
        return switch (status) {
            case 401 -> ErrorKind.AUTH;
            case 402 -> ErrorKind.QUOTA;
            // One status for a locked account without credit and for a key that may not.
            case 403 -> said.message() != null && said.message().toLowerCase(Locale.ROOT)
                    .matches(".*(balance|locked|credit).*") ? ErrorKind.QUOTA : ErrorKind.NOT_ENTITLED;
            case 404 -> ErrorKind.NOT_ENTITLED;
            case 413 -> ErrorKind.PAYLOAD_TOO_LARGE;
            case 400, 422 -> "content_policy_violation".equals(said.type())
                    ? ErrorKind.CONTENT_INPUT
                    : ErrorKind.BAD_REQUEST;
            case 429 -> said.message() != null && said.message().toLowerCase(Locale.ROOT)
                    .contains("concurren") ? ErrorKind.CONCURRENCY : ErrorKind.RATE_LIMIT;
            default -> null;
        };
    }

    static ErrorKind ended(String type) {
        return switch (type) {
            case "content_policy_violation" -> ErrorKind.CONTENT_INPUT;
            case "no_media_generated" -> ErrorKind.CONTENT_OUTPUT;
            case "client_cancelled", "client_disconnected" -> ErrorKind.TASK_CANCELED;
            case "request_timeout", "startup_timeout" -> ErrorKind.TASK_EXPIRED;
            case "file_too_large", "image_too_large" -> ErrorKind.PAYLOAD_TOO_LARGE;
            case "internal_server_error", "generation_timeout", "downstream_service_error",
                    "downstream_service_unavailable", "runner_scheduling_failure", "runner_connection_timeout",
                    "runner_disconnected", "runner_connection_refused", "runner_connection_error",
                    "runner_incomplete_response", "runner_server_error", "internal_error" ->
                ErrorKind.GENERATION_FAILED;
            case "image_too_small", "image_load_error", "file_download_error", "face_detection_error",
                    "greater_than", "greater_than_equal", "less_than", "less_than_equal", "multiple_of",
                    "sequence_too_short", "sequence_too_long", "one_of", "feature_not_supported",
                    "invalid_archive", "archive_file_count_below_minimum", "archive_file_count_exceeds_maximum",
                    "audio_duration_too_long", "audio_duration_too_short", "unsupported_audio_format",
                    "unsupported_image_format", "unsupported_video_format", "video_duration_too_long",
                    "video_duration_too_short", "missing", "value_error", "bad_request" ->
                ErrorKind.BAD_REQUEST;
            // A validator's types are without number, and all of them speak of the input.
            default -> type.endsWith("_type") || type.endsWith("_parsing") || type.startsWith("value_error")
                    ? ErrorKind.BAD_REQUEST
                    : ErrorKind.GENERATION_FAILED;
        };
    }
}
