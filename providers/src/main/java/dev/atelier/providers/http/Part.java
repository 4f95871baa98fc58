package dev.atelier.providers.http;

import java.nio.charset.StandardCharsets;

/**
 * A field or a file of a {@code multipart/form-data} body.
 *
 * @param fileName null for a plain field
 * @param type     of a file, such as {@code image/png}; null for a plain field
 */
public record Part(String name, String fileName, String type, byte[] bytes) {

    public static Part field(String name, String value) {
        return new Part(name, null, null, value.getBytes(StandardCharsets.UTF_8));
    }
}
