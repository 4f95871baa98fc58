package dev.atelier.providers.http;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One request as it will go out.
 *
 * @param body       sent as JSON, or null
 * @param parts      sent as a form instead of {@code body}, or null
 * @param patience   how long the whole call may take, the answer's last byte included
 * @param maxBytes   a longer answer counts as unreadable
 * @param sendBefore not sent at or after this instant; null: no limit
 * @param once       costs money or changes something: goes out at most once, over a connection of its own
 */
public record Ask(String method, String url, Map<String, String> headers, JsonNode body, List<Part> parts,
        Duration patience, long maxBytes, Instant sendBefore, boolean once) {

    public static final long SMALL = 4L << 20;
    /** Room for images carried inside the answer. */
    public static final long LARGE = 32L << 20;

    public static Ask get(String url, Map<String, String> headers, Duration patience) {
        return new Ask("GET", url, headers, null, null, patience, SMALL, null, false);
    }

    public static Ask delete(String url, Map<String, String> headers, Duration patience) {
        return new Ask("DELETE", url, headers, null, null, patience, SMALL, null, true);
    }

    /** Without a body, as a cancel is. */
    public static Ask put(String url, Map<String, String> headers, Duration patience) {
        return new Ask("PUT", url, headers, null, null, patience, SMALL, null, true);
    }

    public static Ask post(String url, Map<String, String> headers, JsonNode body, Duration patience, long maxBytes,
            Instant sendBefore) {
        return new Ask("POST", url, headers, body, null, patience, maxBytes, sendBefore, true);
    }

    /** A question that is put as a POST: it costs nothing and changes nothing. */
    public static Ask query(String url, Map<String, String> headers, JsonNode body, Duration patience) {
        return new Ask("POST", url, headers, body, null, patience, SMALL, null, false);
    }

    public static Ask form(String url, Map<String, String> headers, List<Part> parts, Duration patience, long maxBytes,
            Instant sendBefore) {
        return new Ask("POST", url, headers, null, parts, patience, maxBytes, sendBefore, true);
    }

    /** Headers hold the credential. */
    @Override
    public String toString() {
        return method + " " + url;
    }
}
