package dev.atelier.api.request;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.springframework.web.context.request.ServletWebRequest;

import jakarta.servlet.http.HttpServletRequest;

/** Tells whether two requests are the same: SHA-256 over method, path and the body's bytes as they came. */
public final class Fingerprint {
    private Fingerprint() {
    }

    public static String of(HttpServletRequest request) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((request.getMethod() + "\n" + request.getRequestURI() + "\n")
                    .getBytes(StandardCharsets.UTF_8));
            digest.update(BodyReading.bytes(new ServletWebRequest(request)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
