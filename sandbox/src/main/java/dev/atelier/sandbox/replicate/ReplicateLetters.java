package dev.atelier.sandbox.replicate;

import dev.atelier.sandbox.account.Key;
import dev.atelier.sandbox.callback.Letter;
import dev.atelier.sandbox.state.Json;
import dev.atelier.sandbox.task.Task;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What Replicate posts at the end of a prediction: the prediction, signed with the account's own secret. */
record ReplicateLetters(PredictionJson json, Clock clock) {

    String secret(Key key) {
        return "whsec_" + Base64.getEncoder().encodeToString(bytes(key));
    }

    Letter of(Key key, Task task, Instant asIf) {
        byte[] body = Json.bytes(json.show(task, asIf));
        String id = "msg_" + task.id();
        String time = Long.toString(clock.instant().getEpochSecond());
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes(key), "HmacSHA256"));
            mac.update((id + "." + time + ".").getBytes(StandardCharsets.UTF_8));
            String signature = Base64.getEncoder().encodeToString(mac.doFinal(body));
            return new Letter(Map.of("webhook-id", id, "webhook-timestamp", time, "webhook-signature",
                    "v1," + signature), body);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] bytes(Key key) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(("secret for webhooks of " + key.owner()).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
