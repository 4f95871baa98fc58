package dev.atelier.sandbox.fal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atelier.sandbox.http.Reply;
import dev.atelier.sandbox.protocol.Refusals;
import dev.atelier.sandbox.script.Ending;
import dev.atelier.sandbox.script.Word;
import dev.atelier.sandbox.state.Json;
import java.util.Map;
import java.util.Optional;

/** fal's refusals: a {@code detail} that is a text, or for an input a list of what is wrong with it. */
final class FalRefusals implements Refusals {
    static final FalRefusals ALL = new FalRefusals();

    private FalRefusals() {
    }

    @Override
    public Optional<Reply.Whole> of(Word word) {
        return switch (word) {
            case RATE -> Optional.of(said(429, "Too many requests"));
            // The queue takes whatever comes; a limit of requests at once is the only "busy" there is.
            case BUSY, CONCURRENCY -> Optional.of(said(429, "Reached concurrent requests limit"));
            case BROKEN -> Optional.of(said(500, "Internal Server Error"));
            case UNAUTHORIZED -> Optional.of(key());
            case OVERDUE, QUOTA -> Optional.of(locked());
            case OK, DROP, BROKEN_AFTER, GARBAGE, HTML, EMPTY, SLOW_BODY -> Optional.empty();
        };
    }

    @Override
    public Optional<Reply.Whole> of(Ending ending) {
        return switch (ending) {
            case CREDIT -> Optional.of(locked());
            case CONCURRENCY -> of(Word.CONCURRENCY);
            case AUTH -> Optional.of(key());
            // The input is read when its turn comes, so a refusal of it is seen at the result.
            case OK, CONTENT_INPUT, CONTENT_OUTPUT, CONTENT_LATE, GENERATION, EXPIRED, UNKNOWN_STATUS ->
                Optional.empty();
        };
    }

    @Override
    public Reply.Whole missing(String field) {
        return listed(422, field, "field required", "missing");
    }

    @Override
    public Reply.Whole invalid(String field, String why) {
        return listed(422, field, why, "value_error");
    }

    @Override
    public Reply.Whole outage() {
        return said(503, "Service Unavailable");
    }

    @Override
    public Reply.Whole key() {
        return said(401, "No user found for Key ID and Secret");
    }

    static Reply.Whole noRequest() {
        return said(404, "Request not found");
    }

    private static Reply.Whole locked() {
        return said(403, "User is locked. Reason: Exhausted balance. Top up your balance at fal.ai/dashboard/billing.");
    }

    static Reply.Whole said(int status, String detail) {
        return Reply.json(status, Json.object().put("detail", detail));
    }

    static Reply.Whole listed(int status, String field, String message, String type) {
        ObjectNode body = Json.object();
        ObjectNode error = body.putArray("detail").addObject();
        error.putArray("loc").add("body").add(field);
        error.put("msg", message).put("type", type).put("url", "https://docs.fal.ai/errors#" + type);
        Reply.Whole whole = Reply.json(status, body);
        return new Reply.Whole(whole.status(), whole.type(), whole.bytes(), Map.of("x-fal-error-type", type));
    }
}
