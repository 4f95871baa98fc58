package dev.atelier.sandbox.fal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atelier.sandbox.callback.Letter;
import dev.atelier.sandbox.http.Reply;
import dev.atelier.sandbox.state.Json;
import dev.atelier.sandbox.task.Task;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;

/** What fal posts at the end of a request, signed with a key of this start of the sandbox: keys change at fal, too. */
final class FalLetters {
    private static final String USER = "practice";
    /** An Ed25519 key's own bytes are the last of its X.509 form. */
    private static final int RAW = 32;

    private final FalResult result;
    private final Clock clock;
    private final KeyPair keys;

    FalLetters(FalResult result, Clock clock) {
        this.result = result;
        this.clock = clock;
        try {
            this.keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java since 15 has Ed25519", impossible);
        }
    }

    ObjectNode jwks() {
        byte[] x509 = keys.getPublic().getEncoded();
        ObjectNode jwks = Json.object();
        jwks.putArray("keys").addObject().put("kty", "OKP").put("crv", "Ed25519").put("x", Base64.getUrlEncoder()
                .withoutPadding().encodeToString(Arrays.copyOfRange(x509, x509.length - RAW, x509.length)));
        return jwks;
    }

    Letter of(Task task, Instant asIf) {
        Reply.Whole brought = result.of(task, asIf);
        boolean good = brought.status() == 200;
        ObjectNode body = Json.object().put("request_id", task.id()).put("gateway_request_id", task.id())
                .put("status", good ? "OK" : "ERROR");
        if (!good) {
            body.put("error", "Invalid status code: " + brought.status());
        }
        try {
            body.set("payload", Json.read(brought.bytes()));
        } catch (IOException ours) {
            throw new UncheckedIOException(ours);
        }
        byte[] bytes = Json.bytes(body);
        String time = Long.toString(clock.instant().getEpochSecond());
        return new Letter(Map.of("X-Fal-Webhook-Request-Id", task.id(), "X-Fal-Webhook-User-Id", USER,
                "X-Fal-Webhook-Timestamp", time, "X-Fal-Webhook-Signature", signature(task.id(), time, bytes)), bytes);
    }

    private String signature(String id, String time, byte[] body) {
        try {
            String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
            Signature signer = Signature.getInstance("Ed25519");
            signer.initSign(keys.getPrivate());
            signer.update(String.join("\n", id, USER, time, hash).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(signer.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
