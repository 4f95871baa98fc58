package dev.atelier.sandbox.tencent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atelier.sandbox.http.Reply;
import dev.atelier.sandbox.protocol.Refusals;
import dev.atelier.sandbox.script.Ending;
import dev.atelier.sandbox.script.Word;
import dev.atelier.sandbox.state.Json;
import java.util.Optional;
import java.util.UUID;

/** Tencent's refusals: HTTP 200, the code inside. Only what broke has another status. */
final class TencentRefusals implements Refusals {
    static final TencentRefusals ALL = new TencentRefusals();

    private TencentRefusals() {
    }

    @Override
    public Optional<Reply.Whole> of(Word word) {
        return switch (word) {
            case RATE -> Optional.of(error("RequestLimitExceeded", "The number of requests exceeds the limit."));
            case BUSY, CONCURRENCY -> Optional.of(error("RequestLimitExceeded.JobNumExceed",
                    "The number of jobs at once exceeds the limit."));
            case BROKEN -> Optional.of(Reply.text(500, "text/plain", "Internal Server Error"));
            case UNAUTHORIZED -> Optional.of(key());
            case OVERDUE, QUOTA -> Optional.of(credit());
            case OK, DROP, BROKEN_AFTER, GARBAGE, HTML, EMPTY, SLOW_BODY -> Optional.empty();
        };
    }

    @Override
    public Optional<Reply.Whole> of(Ending ending) {
        return switch (ending) {
            case CONTENT_INPUT -> Optional.of(error("OperationDenied.TextIllegalDetected",
                    "The text contains illegal content."));
            case CREDIT -> Optional.of(credit());
            case CONCURRENCY -> of(Word.CONCURRENCY);
            case AUTH -> Optional.of(key());
            case OK, CONTENT_OUTPUT, CONTENT_LATE, GENERATION, EXPIRED, UNKNOWN_STATUS -> Optional.empty();
        };
    }

    @Override
    public Reply.Whole missing(String field) {
        return error("MissingParameter", "The request lacks the parameter " + field + ".");
    }

    @Override
    public Reply.Whole invalid(String field, String why) {
        return error("InvalidParameterValue", "The parameter " + field + " is wrong: " + why + ".");
    }

    @Override
    public Reply.Whole outage() {
        return Reply.text(503, "text/plain", "Service Unavailable");
    }

    @Override
    public Reply.Whole key() {
        return error("AuthFailure.SignatureFailure", "The provided credentials could not be validated.");
    }

    private static Reply.Whole credit() {
        return error("FailedOperation.ResourcePackExhausted", "The resource pack is used up.");
    }

    static Reply.Whole error(String code, String message) {
        ObjectNode response = Json.object();
        response.putObject("Error").put("Code", code).put("Message", message);
        return said(response);
    }

    static Reply.Whole said(ObjectNode response) {
        ObjectNode envelope = Json.object();
        envelope.set("Response", response.put("RequestId", UUID.randomUUID().toString()));
        // Without a charset: its own client looks for errors under exactly this type.
        return Reply.bytes(200, "application/json", Json.bytes(envelope));
    }
}
