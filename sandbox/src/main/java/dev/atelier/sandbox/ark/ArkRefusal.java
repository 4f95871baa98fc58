package dev.atelier.sandbox.ark;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atelier.sandbox.http.Reply;
import dev.atelier.sandbox.script.Ending;
import dev.atelier.sandbox.script.Word;
import dev.atelier.sandbox.state.Json;
import java.util.Optional;

/** A refusal in Ark's own form; the codes are those of the provider's error list. */
record ArkRefusal(int status, String code, String message, String param) {

    static final ArkRefusal KEY = new ArkRefusal(401, "AuthenticationError",
            "The API key or AK/SK in the request is missing or invalid.", "");
    static final ArkRefusal OVERDUE = new ArkRefusal(403, "AccountOverdueError",
            "The request failed because your account has an overdue balance.", "");
    static final ArkRefusal CONCURRENCY = new ArkRefusal(429, "InflightBatchsizeExceeded",
            "The request failed because too many requests of this account are in flight.", "");
    static final ArkRefusal BROKEN = new ArkRefusal(500, "InternalServiceError",
            "The service encountered an unexpected internal error.", "");
    static final ArkRefusal CONTENT = new ArkRefusal(400, "InputTextSensitiveContentDetected",
            "The request failed because the input text may contain sensitive information.", "prompt");
    static final ArkRefusal OUTAGE = new ArkRefusal(503, "ServiceUnavailable",
            "The service is temporarily unavailable.", "");

    static ArkRefusal missing(String param) {
        return new ArkRefusal(400, "MissingParameter", "The request is missing the parameter " + param + ".", param);
    }

    static ArkRefusal invalid(String param, String why) {
        return new ArkRefusal(400, "InvalidParameter",
                "The parameter `" + param + "` specified in the request is not valid: " + why + ".", param);
    }

    static ArkRefusal noTask(String id) {
        return new ArkRefusal(404, "ResourceNotFound", "The specified task " + id + " was not found.", "id");
    }

    static ArkRefusal noModel(String model) {
        return new ArkRefusal(404, "InvalidEndpointOrModel.NotFound", "The model or endpoint " + model
                + " does not exist or you do not have access to it.", "model");
    }

    /** The refusal a word stands for, none for the words that accept. */
    static Optional<ArkRefusal> of(Word word) {
        return switch (word) {
            case RATE -> Optional.of(new ArkRefusal(429, "RequestBurstTooFast",
                    "The request failed because your traffic rises too fast.", ""));
            case BUSY -> Optional.of(new ArkRefusal(429, "ServerOverloaded",
                    "The request failed because the service is overloaded; try again later.", ""));
            case BROKEN -> Optional.of(BROKEN);
            case UNAUTHORIZED -> Optional.of(KEY);
            case OVERDUE -> Optional.of(OVERDUE);
            case CONCURRENCY -> Optional.of(CONCURRENCY);
            case QUOTA -> Optional.of(new ArkRefusal(429, "QuotaExceeded",
                    "The request failed because the quota of this account is used up.", ""));
            case OK, DROP, BROKEN_AFTER, GARBAGE, HTML, EMPTY, SLOW_BODY -> Optional.empty();
        };
    }

    /** The refusal an ending means at once, none for those that come later. */
    static Optional<ArkRefusal> of(Ending ending) {
        return switch (ending) {
            case CONTENT_INPUT -> Optional.of(CONTENT);
            case CREDIT -> Optional.of(OVERDUE);
            case CONCURRENCY -> Optional.of(CONCURRENCY);
            case AUTH -> Optional.of(KEY);
            case OK, CONTENT_OUTPUT, CONTENT_LATE, GENERATION, EXPIRED, UNKNOWN_STATUS -> Optional.empty();
        };
    }

    Reply.Whole reply() {
        ObjectNode body = Json.object();
        body.putObject("error").put("code", code).put("message", message).put("param", param).put("type", type());
        return Reply.json(status, body);
    }

    private String type() {
        return switch (status) {
            case 400 -> "BadRequest";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "NotFound";
            case 409 -> "Conflict";
            case 429 -> "TooManyRequests";
            case 503 -> "ServiceUnavailable";
            default -> "InternalServerError";
        };
    }
}
