package dev.atelier.providers.replicate;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

import dev.atelier.domain.provider.Callback;
import dev.atelier.domain.provider.CallbackCheck;
import dev.atelier.domain.provider.Credential;
import dev.atelier.providers.callback.Freshness;
import dev.atelier.providers.callback.PublishedKeys;
import dev.atelier.providers.http.Ask;
import dev.atelier.providers.http.Bearer;
import dev.atelier.providers.http.Json;
import dev.atelier.providers.http.Signing;
import dev.atelier.providers.http.Wire;

/** Replicate signs as Standard Webhooks 1.0 says, with a secret of the account that its API tells to its key. */
final class ReplicateSignature {

    private static final String PREFIX = "whsec_";
    private static final String VERSION = "v1,";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Wire wire;
    private final Clock clock;
    private final PublishedKeys<byte[]> published;

    ReplicateSignature(Wire wire, Clock clock) {
        this.wire = wire;
        this.clock = clock;
        this.published = new PublishedKeys<>(clock);
    }

    CallbackCheck check(Callback callback, Credential as) {
        String id = callback.header("webhook-id");
        String timestamp = callback.header("webhook-timestamp");
        if (id.isEmpty() || !Freshness.of(timestamp, clock.instant())) {
            return CallbackCheck.FORGED;
        }
        byte[] head = Signing.bytes(id + "." + timestamp + ".");
        byte[] signed = Arrays.copyOf(head, head.length + callback.body().length);
        System.arraycopy(callback.body(), 0, signed, head.length, callback.body().length);
        return published.fit(as.accountId(), () -> ask(as),
                key -> anyIs(callback.header("webhook-signature"), Signing.hmac(key, signed)));
    }

    private Optional<byte[]> ask(Credential as) {
        return Predictions.said(wire.say(Ask.get(as.baseUrl() + "/webhooks/default/secret", Bearer.headers(as),
                PATIENCE)).reply()).map(answer -> Json.text(answer, "key")).filter(key -> key.startsWith(PREFIX))
                .flatMap(key -> decoded(key.substring(PREFIX.length())));
    }

    /** Several may stand there while a secret is changed; those of versions to come are passed over. */
    private static boolean anyIs(String signatures, byte[] wanted) {
        return Arrays.stream(signatures.split(" ")).filter(each -> each.startsWith(VERSION))
                .flatMap(each -> decoded(each.substring(VERSION.length())).stream())
                .anyMatch(each -> MessageDigest.isEqual(each, wanted));
    }

    private static Optional<byte[]> decoded(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64)).filter(bytes -> bytes.length > 0);
        } catch (IllegalArgumentException garbage) {
            return Optional.empty();
        }
    }
}
