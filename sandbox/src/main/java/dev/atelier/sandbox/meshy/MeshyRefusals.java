package dev.atelier.sandbox.meshy;

import dev.atelier.sandbox.http.Reply;
import dev.atelier.sandbox.protocol.Refusals;
import dev.atelier.sandbox.script.Ending;
import dev.atelier.sandbox.script.Word;
import dev.atelier.sandbox.state.Json;
import java.util.Map;
import java.util.Optional;

/** Meshy's refusals: a status and one message. It documents no "busy": too many waiting tasks come nearest. */
final class MeshyRefusals implements Refusals {
    static final MeshyRefusals ALL = new MeshyRefusals();

    private MeshyRefusals() {
    }

    @Override
    public Optional<Reply.Whole> of(Word word) {
        return switch (word) {
            case RATE -> {
                Reply.Whole refusal = said(429, "RateLimitExceeded");
                yield Optional.of(new Reply.Whole(429, refusal.type(), refusal.bytes(), Map.of("Retry-After", "1")));
            }
            case BUSY -> Optional.of(said(429, "NoMorePendingTasks"));
            case CONCURRENCY -> Optional.of(said(429, "NoMoreConcurrentTasks"));
            case BROKEN -> Optional.of(said(500, "Internal server error"));
            case UNAUTHORIZED -> Optional.of(key());
            case OVERDUE, QUOTA -> Optional.of(credit());
            case OK, DROP, BROKEN_AFTER, GARBAGE, HTML, EMPTY, SLOW_BODY -> Optional.empty();
        };
    }

    @Override
    public Optional<Reply.Whole> of(Ending ending) {
        return switch (ending) {
            case CONTENT_INPUT -> Optional.of(said(400, "The input was refused by content moderation"));
            case CREDIT -> Optional.of(credit());
            case CONCURRENCY -> of(Word.CONCURRENCY);
            case AUTH -> Optional.of(key());
            case OK, CONTENT_OUTPUT, CONTENT_LATE, GENERATION, EXPIRED, UNKNOWN_STATUS -> Optional.empty();
        };
    }

    @Override
    public Reply.Whole missing(String field) {
        return said(400, "Invalid values: " + field + " is required");
    }

    @Override
    public Reply.Whole invalid(String field, String why) {
        return said(400, "Invalid values: " + field + ": " + why);
    }

    @Override
    public Reply.Whole outage() {
        return said(503, "Service unavailable");
    }

    @Override
    public Reply.Whole key() {
        return said(401, "Invalid API key");
    }

    private static Reply.Whole credit() {
        return said(402, "Insufficient funds");
    }

    static Reply.Whole said(int status, String message) {
        return Reply.json(status, Json.object().put("message", message));
    }
}
