package dev.atelier.sandbox.http;

import dev.atelier.sandbox.state.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** What is sent back, or deliberately not. */
public sealed interface Reply {

    /** A whole answer. */
    record Whole(int status, String type, byte[] bytes, Map<String, String> headers) implements Reply {
    }

    /** The same bytes, trickled over this long. */
    record Trickled(Whole whole, Duration over) implements Reply {
    }

    /** Announces all its bytes, sends half of them and closes the connection. */
    record Torn(Whole whole) implements Reply {
    }

    /** Closes the connection without a byte. */
    record Dropped() implements Reply {
    }

    static Whole bytes(int status, String type, byte[] bytes) {
        return new Whole(status, type, bytes, Map.of());
    }

    static Whole text(int status, String type, String text) {
        return bytes(status, type + "; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    static Whole json(int status, Object value) {
        return bytes(status, "application/json; charset=utf-8", Json.bytes(value));
    }

    static Whole notFound(String path) {
        return json(404, Map.of("error", Map.of("code", "NotFound",
                "message", "Nothing is served at " + path + "; GET /_sandbox shows what is there")));
    }
}
