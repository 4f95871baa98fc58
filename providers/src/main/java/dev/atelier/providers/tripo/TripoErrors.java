package dev.atelier.providers.tripo;

import java.time.Instant;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import dev.atelier.domain.failure.ErrorKind;
import dev.atelier.domain.failure.Failure;
import dev.atelier.providers.http.Json;
import dev.atelier.providers.http.Reply;
import dev.atelier.providers.http.RetryAfter;
import dev.atelier.providers.record.Redaction;
import dev.atelier.providers.talk.Told;

/** Tripo's numbered codes in our words (the vendor's list). */
final class TripoErrors {

    private TripoErrors() {
    }

    /** Tripo's own form: {@code {"code":n,"message","suggestion"}}, n not 0. */
    static Optional<Failure> refusal(Reply.Heard heard, Redaction redaction, Instant now) {
        return Json.object(heard.body()).filter(body -> body.path("code").isIntegralNumber())
                .filter(body -> body.path("code").asInt() != 0)
                .map(body -> Told.failure(kind(body.path("code").asInt()), body.path("code").asText(),
                        message(body), RetryAfter.of(heard, now), redaction));
    }

    private static String message(JsonNode body) {
        String message = Json.text(body, "message");
        String suggestion = Json.text(body, "suggestion");
        return suggestion == null ? message : (message == null ? "" : message + " ") + "(" + suggestion + ")";
    }

    /** Null for a code that is in no list, and for 1000 and 1001: the server broke, perhaps after it had accepted. */
    static ErrorKind kind(int code) {
        return switch (code) {
            case 1002 -> ErrorKind.AUTH;
            case 1005 -> ErrorKind.NOT_ENTITLED;
            case 2013 -> ErrorKind.NOT_ENTITLED;
            case 1007 -> ErrorKind.RATE_LIMIT;
            case 2000 -> ErrorKind.CONCURRENCY;
            case 2010 -> ErrorKind.QUOTA;
            case 2008, 2014 -> ErrorKind.CONTENT_INPUT;
            case 1003, 1004, 2002, 2003, 2004, 2005, 2006, 2007, 2009, 2011, 2012, 2015, 2016, 2017, 2019 ->
                ErrorKind.BAD_REQUEST;
            // Made, looked at and found too complex: again it would be the same.
            case 2018 -> ErrorKind.BAD_REQUEST;
            default -> null;
        };
    }
}
