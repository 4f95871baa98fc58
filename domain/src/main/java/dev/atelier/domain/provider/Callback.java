package dev.atelier.domain.provider;

import java.util.Map;

/**
 * What somebody told us unasked, who may be a provider. It proves nothing about a task: it only makes us look.
 *
 * @param headers by their names in lower case
 * @param body    as it came, for signatures are over bytes
 */
public record Callback(Map<String, String> headers, byte[] body) {

    /** The value of a header, or an empty text. */
    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    @Override
    public String toString() {
        return "Callback[" + body.length + " bytes]";
    }
}
