package dev.atelier.sandbox.replicate;

import dev.atelier.sandbox.http.Reply;
import dev.atelier.sandbox.protocol.Refusals;
import dev.atelier.sandbox.script.Ending;
import dev.atelier.sandbox.script.Word;
import dev.atelier.sandbox.state.Json;
import java.util.Optional;

/** Replicate's refusals are problems of RFC 7807. It has one 429 for requests and for predictions at once. */
final class ReplicateRefusals implements Refusals {
    static final ReplicateRefusals ALL = new ReplicateRefusals();

    private ReplicateRefusals() {
    }

    @Override
    public Optional<Reply.Whole> of(Word word) {
        return switch (word) {
            case RATE, BUSY, CONCURRENCY -> Optional.of(problem(429, "Too many requests",
                    "Request was throttled. Your rate limit resets in ~1s."));
            case BROKEN -> Optional.of(problem(500, "Internal server error", "Something went wrong on our side."));
            case UNAUTHORIZED -> Optional.of(key());
            case OVERDUE, QUOTA -> Optional.of(credit());
            case OK, DROP, BROKEN_AFTER, GARBAGE, HTML, EMPTY, SLOW_BODY -> Optional.empty();
        };
    }

    @Override
    public Optional<Reply.Whole> of(Ending ending) {
        return switch (ending) {
            case CREDIT -> Optional.of(credit());
            case CONCURRENCY -> of(Word.CONCURRENCY);
            case AUTH -> Optional.of(key());
            // Each model reads its input by itself, when its turn comes.
            case OK, CONTENT_INPUT, CONTENT_OUTPUT, CONTENT_LATE, GENERATION, EXPIRED, UNKNOWN_STATUS ->
                Optional.empty();
        };
    }

    @Override
    public Reply.Whole missing(String field) {
        return problem(422, "Input validation failed", "- " + field + " is required\n");
    }

    @Override
    public Reply.Whole invalid(String field, String why) {
        return problem(422, "Input validation failed", "- " + field + ": " + why + "\n");
    }

    @Override
    public Reply.Whole outage() {
        return problem(503, "Service unavailable", "The service is unavailable.");
    }

    @Override
    public Reply.Whole key() {
        return problem(401, "Unauthenticated", "You did not pass a valid authentication token");
    }

    static Reply.Whole notFound(String what) {
        return problem(404, "Not found", what + " could not be found.");
    }

    private static Reply.Whole credit() {
        return problem(402, "Insufficient credit",
                "You have insufficient credit to run this model. Go to the billing page to purchase credit.");
    }

    static Reply.Whole problem(int status, String title, String detail) {
        Reply.Whole whole = Reply.json(status,
                Json.object().put("title", title).put("detail", detail).put("status", status));
        return new Reply.Whole(status, "application/problem+json", whole.bytes(), whole.headers());
    }
}
