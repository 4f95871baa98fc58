package dev.atelier.sandbox.openai;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atelier.sandbox.http.Reply;
import dev.atelier.sandbox.protocol.Refusals;
import dev.atelier.sandbox.script.Ending;
import dev.atelier.sandbox.script.Word;
import dev.atelier.sandbox.state.Json;
import java.util.Map;
import java.util.Optional;

/** OpenAI's refusals; "busy" is not among those that prove anything, so it is told as a rate. */
final class OpenAiRefusals implements Refusals {
    static final OpenAiRefusals ALL = new OpenAiRefusals();

    private OpenAiRefusals() {
    }

    @Override
    public Optional<Reply.Whole> of(Word word) {
        return switch (word) {
            case RATE, BUSY, CONCURRENCY -> Optional.of(later(refusal(429, "Rate limit reached for images per minute.",
                    "requests", null, "rate_limit_exceeded")));
            case BROKEN -> Optional.of(refusal(500, "The server had an error while processing your request.",
                    "server_error", null, null));
            case UNAUTHORIZED -> Optional.of(key());
            case OVERDUE, QUOTA -> Optional.of(credit());
            case OK, DROP, BROKEN_AFTER, GARBAGE, HTML, EMPTY, SLOW_BODY -> Optional.empty();
        };
    }

    @Override
    public Optional<Reply.Whole> of(Ending ending) {
        return switch (ending) {
            case CONTENT_INPUT, CONTENT_OUTPUT, CONTENT_LATE -> Optional.of(refusal(400,
                    "Your request was rejected by the safety system.", "image_generation_user_error", null,
                    "moderation_blocked"));
            case CREDIT -> Optional.of(credit());
            case CONCURRENCY -> of(Word.CONCURRENCY);
            case AUTH -> Optional.of(key());
            // Whatever else goes wrong while it is made is an error of the server's.
            case GENERATION, EXPIRED -> of(Word.BROKEN);
            case OK, UNKNOWN_STATUS -> Optional.empty();
        };
    }

    @Override
    public Reply.Whole missing(String field) {
        return refusal(400, "Missing required parameter: '" + field + "'.", "invalid_request_error", field,
                "missing_required_parameter");
    }

    @Override
    public Reply.Whole invalid(String field, String why) {
        return refusal(400, "Invalid value for '" + field + "': " + why + ".", "invalid_request_error", field,
                "invalid_value");
    }

    @Override
    public Reply.Whole outage() {
        return refusal(503, "The engine is currently overloaded.", "server_error", null, null);
    }

    @Override
    public Reply.Whole key() {
        return refusal(401, "Incorrect API key provided.", "invalid_request_error", null, "invalid_api_key");
    }

    private static Reply.Whole credit() {
        return refusal(429, "You exceeded your current quota, please check your plan and billing details.",
                "insufficient_quota", null, "insufficient_quota");
    }

    private static Reply.Whole later(Reply.Whole refusal) {
        return new Reply.Whole(refusal.status(), refusal.type(), refusal.bytes(), Map.of("Retry-After", "1"));
    }

    static Reply.Whole refusal(int status, String message, String type, String param, String code) {
        ObjectNode body = Json.object();
        body.putObject("error").put("message", message).put("type", type).put("param", param).put("code", code);
        return Reply.json(status, body);
    }
}
