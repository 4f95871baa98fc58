package dev.atelier.sandbox.rodin;

import dev.atelier.sandbox.http.Reply;
import dev.atelier.sandbox.protocol.Refusals;
import dev.atelier.sandbox.script.Ending;
import dev.atelier.sandbox.script.Word;
import dev.atelier.sandbox.state.Json;
import java.util.Optional;

/** Rodin's refusals: a word and a message. It documents none for a full account: its sister service's word stands in. */
final class RodinRefusals implements Refusals {
    static final RodinRefusals ALL = new RodinRefusals();

    private RodinRefusals() {
    }

    @Override
    public Optional<Reply.Whole> of(Word word) {
        return switch (word) {
            case RATE -> Optional.of(said(429, "TOO_MANY_REQUESTS", "Too many requests, slow down"));
            case BUSY, CONCURRENCY -> Optional.of(said(429, "PARALLELISM_LIMIT_REACHED",
                    "Too many tasks at once"));
            case BROKEN -> Optional.of(said(500, "UNKNOWN", "Internal server error"));
            case UNAUTHORIZED -> Optional.of(key());
            case OVERDUE, QUOTA -> Optional.of(credit());
            case OK, DROP, BROKEN_AFTER, GARBAGE, HTML, EMPTY, SLOW_BODY -> Optional.empty();
        };
    }

    @Override
    public Optional<Reply.Whole> of(Ending ending) {
        return switch (ending) {
            case CONTENT_INPUT -> Optional.of(said(400, "IMAGE_CONTENT_VIOLATION", "The input violates the policy"));
            case CREDIT -> Optional.of(credit());
            case CONCURRENCY -> of(Word.CONCURRENCY);
            case AUTH -> Optional.of(key());
            case OK, CONTENT_OUTPUT, CONTENT_LATE, GENERATION, EXPIRED, UNKNOWN_STATUS -> Optional.empty();
        };
    }

    @Override
    public Reply.Whole missing(String field) {
        return said(400, "INVALID_REQUEST", field + " is required");
    }

    @Override
    public Reply.Whole invalid(String field, String why) {
        return said(400, "INVALID_REQUEST", field + ": " + why);
    }

    @Override
    public Reply.Whole outage() {
        return said(503, "UNKNOWN", "Service unavailable");
    }

    @Override
    public Reply.Whole key() {
        return said(401, "USER_NOT_FOUND", "The API key is not known");
    }

    private static Reply.Whole credit() {
        return said(403, "INSUFFICIENT_FUND", "Not enough credits");
    }

    static Reply.Whole said(int status, String error, String message) {
        return Reply.json(status, Json.object().put("error", error).put("message", message));
    }
}
