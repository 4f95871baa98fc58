package dev.atelier.providers.openai;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import dev.atelier.domain.failure.ErrorKind;
import dev.atelier.domain.failure.Failure;
import dev.atelier.providers.http.Json;
import dev.atelier.providers.http.Reply;
import dev.atelier.providers.http.RetryAfter;
import dev.atelier.providers.record.Redaction;
import dev.atelier.providers.talk.Told;

/** OpenAI's errors, {@code {"error":{message,type,param,code}}}, as compatible services speak them, too. */
final class OpenAiErrors {

    private OpenAiErrors() {
    }

    /** Also of HTTP 200: some gateways say no with it. */
    static Optional<Failure> refusal(Reply.Heard heard, Redaction redaction, Instant now) {
        return Json.object(heard.body()).map(body -> body.path("error")).filter(JsonNode::isObject)
                .filter(error -> Json.text(error, "message") != null)
                .map(error -> Told.failure(kind(heard.status(), word(error)), word(error), Json.text(error, "message"),
                        RetryAfter.of(heard, now), redaction));
    }

    /** The code, else the type: either may be missing. */
    private static String word(JsonNode error) {
        String code = Json.text(error, "code");
        String type = Json.text(error, "type");
        return code != null ? code : type != null ? type : "";
    }

    static ErrorKind kind(int status, String code) {
        return switch (code.toLowerCase(Locale.ROOT)) {
            case "insufficient_quota", "billing_hard_limit_reached", "billing_not_active" -> ErrorKind.QUOTA;
            case "moderation_blocked", "content_policy_violation", "content_filter" -> ErrorKind.CONTENT_INPUT;
            case "invalid_api_key", "account_deactivated" -> ErrorKind.AUTH;
            case "model_not_found", "organization_must_be_verified" -> ErrorKind.NOT_ENTITLED;
            default -> switch (status) {
                case 400, 404, 422 -> ErrorKind.BAD_REQUEST;
                case 401 -> ErrorKind.AUTH;
                case 402 -> ErrorKind.QUOTA;
                case 403 -> ErrorKind.NOT_ENTITLED;
                case 413 -> ErrorKind.PAYLOAD_TOO_LARGE;
                case 429 -> ErrorKind.RATE_LIMIT;
                default -> null;
            };
        };
    }
}
