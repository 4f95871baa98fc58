package dev.atelier.sandbox.volcengine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atelier.sandbox.http.Reply;
import dev.atelier.sandbox.protocol.Refusals;
import dev.atelier.sandbox.script.Ending;
import dev.atelier.sandbox.script.Word;
import dev.atelier.sandbox.state.Json;
import java.util.Optional;
import java.util.UUID;

/** Two forms: the visual service's own with a code of five digits, and the gate's before it, which checks signatures. */
final class CvRefusals implements Refusals {
    static final CvRefusals ALL = new CvRefusals();

    private CvRefusals() {
    }

    static Reply.Whole code(int status, int code, String message) {
        ObjectNode body = envelope(code, message);
        body.putNull("data");
        return Reply.json(status, body);
    }

    static ObjectNode envelope(int code, String message) {
        return Json.object().put("code", code).put("message", message)
                .put("request_id", UUID.randomUUID().toString().replace("-", "")).put("status", code)
                .put("time_elapsed", "10.2ms");
    }

    static Reply.Whole gate(int status, String code, String message) {
        ObjectNode body = Json.object();
        ObjectNode about = body.putObject("ResponseMetadata").put("RequestId", UUID.randomUUID().toString())
                .put("Version", "2022-08-31").put("Service", "cv").put("Region", "cn-north-1");
        about.putObject("Error").put("CodeN", 100010).put("Code", code).put("Message", message);
        return Reply.json(status, body);
    }

    @Override
    public Optional<Reply.Whole> of(Word word) {
        return switch (word) {
            case RATE -> Optional.of(code(429, 50429, "Request Has Reached API Limit, Please Try Later"));
            case BUSY, CONCURRENCY -> Optional.of(concurrency());
            case BROKEN -> Optional.of(code(500, 50500, "Internal Error"));
            case UNAUTHORIZED -> Optional.of(key());
            case OVERDUE, QUOTA -> Optional.of(denied());
            case OK, DROP, BROKEN_AFTER, GARBAGE, HTML, EMPTY, SLOW_BODY -> Optional.empty();
        };
    }

    @Override
    public Optional<Reply.Whole> of(Ending ending) {
        return switch (ending) {
            case CONTENT_INPUT -> Optional.of(code(400, 50412, "Text Risk Not Pass"));
            case CREDIT -> Optional.of(denied());
            case CONCURRENCY -> Optional.of(concurrency());
            case AUTH -> Optional.of(key());
            case OK, CONTENT_OUTPUT, CONTENT_LATE, GENERATION, EXPIRED, UNKNOWN_STATUS -> Optional.empty();
        };
    }

    private static Reply.Whole concurrency() {
        return code(429, 50430, "Request Has Reached API Concurrent Limit, Please Try Later");
    }

    private static Reply.Whole denied() {
        return code(401, 50400, "Access Denied: the service is not open or overdue");
    }

    @Override
    public Reply.Whole missing(String field) {
        return code(400, 50200, "Parameter " + field + " is missing");
    }

    @Override
    public Reply.Whole invalid(String field, String why) {
        return code(400, 50200, "Parameter " + field + ": " + why);
    }

    @Override
    public Reply.Whole outage() {
        return code(500, 50501, "Internal RPC Error");
    }

    @Override
    public Reply.Whole key() {
        return gate(401, "SignatureDoesNotMatch", "The request signature we calculated does not match the signature "
                + "you provided. Check your Secret Access Key and signing method.");
    }
}
