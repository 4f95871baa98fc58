package dev.atelier.sandbox.tripo;

import dev.atelier.sandbox.http.Reply;
import dev.atelier.sandbox.protocol.Refusals;
import dev.atelier.sandbox.script.Ending;
import dev.atelier.sandbox.script.Word;
import dev.atelier.sandbox.state.Json;
import java.util.Map;
import java.util.Optional;

/** Tripo's numbered refusals. It documents no "busy": a full queue is what comes nearest. */
final class TripoRefusals implements Refusals {
    static final TripoRefusals ALL = new TripoRefusals();

    private TripoRefusals() {
    }

    @Override
    public Optional<Reply.Whole> of(Word word) {
        return switch (word) {
            case RATE -> Optional.of(later(refusal(429, 1007, "You have exceeded the limit of request rate.", null)));
            case BUSY, CONCURRENCY -> Optional.of(later(refusal(429, 2000,
                    "You have exceeded the limit of generation.", "Please retry after a task has ended.")));
            case BROKEN -> Optional.of(refusal(500, 1000, "Unknown server error.", null));
            case UNAUTHORIZED -> Optional.of(key());
            case OVERDUE, QUOTA -> Optional.of(credit());
            case OK, DROP, BROKEN_AFTER, GARBAGE, HTML, EMPTY, SLOW_BODY -> Optional.empty();
        };
    }

    @Override
    public Optional<Reply.Whole> of(Ending ending) {
        return switch (ending) {
            case CONTENT_INPUT -> Optional.of(refusal(400, 2008, "The input violates the content policy.",
                    "Please change your input."));
            case CREDIT -> Optional.of(credit());
            case CONCURRENCY -> of(Word.CONCURRENCY);
            case AUTH -> Optional.of(key());
            case OK, CONTENT_OUTPUT, CONTENT_LATE, GENERATION, EXPIRED, UNKNOWN_STATUS -> Optional.empty();
        };
    }

    @Override
    public Reply.Whole missing(String field) {
        return refusal(400, 1004, "The parameter '" + field + "' is missing.", null);
    }

    @Override
    public Reply.Whole invalid(String field, String why) {
        return refusal(400, 1004, "The parameter '" + field + "' is invalid: " + why + ".", null);
    }

    @Override
    public Reply.Whole outage() {
        return refusal(503, 1001, "The service is unavailable.", null);
    }

    @Override
    public Reply.Whole key() {
        return refusal(401, 1002, "Authentication failed.", "Please check your API key.");
    }

    static Reply.Whole noTask() {
        return refusal(404, 2001, "The task is not found.", "Please check the task id and the API key.");
    }

    private static Reply.Whole credit() {
        return refusal(403, 2010, "You need more credits to start a new task.", "Please review your usage.");
    }

    private static Reply.Whole later(Reply.Whole refusal) {
        return new Reply.Whole(refusal.status(), refusal.type(), refusal.bytes(), Map.of("Retry-After", "1"));
    }

    static Reply.Whole refusal(int status, int code, String message, String suggestion) {
        return Reply.json(status, Json.object().put("code", code).put("message", message).put("suggestion",
                suggestion));
    }
}
