package dev.atelier.sandbox.callback;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/** What is posted to an address for callbacks; its headers bear the signature, where the provider signs. */
public record Letter(Map<String, String> headers, byte[] body) {

    Letter forged() {
        byte[] longer = Arrays.copyOf(body, body.length + 1);
        longer[body.length] = ' ';
        return new Letter(headers, longer);
    }

    static Letter garbage() {
        return new Letter(Map.of(), "%%% not what was announced".getBytes(StandardCharsets.UTF_8));
    }
}
