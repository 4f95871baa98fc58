package dev.atelier.providers.volcengine;

import java.time.Instant;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.atelier.domain.failure.ErrorKind;
import dev.atelier.domain.failure.Failure;
import dev.atelier.providers.http.Json;
import dev.atelier.providers.http.Reply;
import dev.atelier.providers.http.RetryAfter;
import dev.atelier.providers.record.Redaction;
import dev.atelier.providers.talk.Told;

/** The visual API's codes in our words: its own of five digits, and those of the gate before it, which checks signatures. */
final class CvErrors {

    static final int GOOD = 10_000;

    private CvErrors() {
    }

    static Optional<Failure> refusal(Reply.Heard heard, Redaction redaction, Instant now) {
        return Json.object(heard.body()).flatMap(body -> failure(body, redaction, heard, now));
    }

    private static Optional<Failure> failure(ObjectNode body, Redaction redaction, Reply.Heard heard, Instant now) {
        JsonNode gate = body.path("ResponseMetadata").path("Error");
        if (Json.text(gate, "Code") != null) {
            return Optional.of(Told.failure(gate(Json.text(gate, "Code")), Json.text(gate, "Code"),
                    Json.text(gate, "Message"), RetryAfter.of(heard, now), redaction));
        }
        Long code = Json.whole(body, "code");
        return code == null || code == GOOD
                ? Optional.empty()
                : Optional.of(Told.failure(kind(code), Long.toString(code), Json.text(body, "message"),
                        RetryAfter.of(heard, now), redaction));
    }

    /** Null for a code that is in no list, and for 50500 and 50501: it broke, perhaps after it had accepted. */
    static ErrorKind kind(long code) {
        return switch ((int) Math.min(code, Integer.MAX_VALUE)) {
            case 50411, 50412, 50413, 50518 -> ErrorKind.CONTENT_INPUT;
            case 50511, 50512, 50516, 50517, 50519 -> ErrorKind.CONTENT_OUTPUT;
            // The examination itself failed.
            case 50520, 50521, 50522 -> ErrorKind.GENERATION_FAILED;
            case 50429 -> ErrorKind.RATE_LIMIT;
            case 50430 -> ErrorKind.CONCURRENCY;
            case 50400 -> ErrorKind.NOT_ENTITLED;
            case 50200, 50204, 50205, 50206, 50207, 50215 -> ErrorKind.BAD_REQUEST;
            default -> null;
        };
    }

    private static ErrorKind gate(String code) {
        return switch (code) {
            case "SignatureDoesNotMatch", "InvalidAccessKey", "InvalidAuthorization", "InvalidCredential",
                    "MissingAuthenticationToken", "InvalidSecretToken", "InvalidTimestamp" ->
                ErrorKind.AUTH;
            case "AccessDenied" -> ErrorKind.NOT_ENTITLED;
            case "FlowLimitExceeded" -> ErrorKind.RATE_LIMIT;
            default -> null;
        };
    }
}
