package dev.atelier.providers.fal;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import dev.atelier.domain.provider.Callback;
import dev.atelier.domain.provider.CallbackCheck;
import dev.atelier.domain.provider.Credential;
import dev.atelier.providers.callback.Freshness;
import dev.atelier.providers.callback.PublishedKeys;
import dev.atelier.providers.http.Ask;
import dev.atelier.providers.http.Json;
import dev.atelier.providers.http.Reply;
import dev.atelier.providers.http.Signing;
import dev.atelier.providers.http.Wire;

/** fal signs with Ed25519 over request, user, time and the body's hash, each on a line; its public keys are a JWKS. */
final class FalSignature {

    private static final String HEADER = "x-fal-webhook-";
    private static final String JWKS = "/.well-known/jwks.json";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MOST_KEYS = 10;
    /** What comes before the 32 bytes of an Ed25519 key in X.509 (RFC 8410). */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    private final Wire wire;
    private final Clock clock;
    private final PublishedKeys<List<PublicKey>> published;

    FalSignature(Wire wire, Clock clock) {
        this.wire = wire;
        this.clock = clock;
        this.published = new PublishedKeys<>(clock);
    }

    CallbackCheck check(Callback callback, Credential as) {
        Optional<byte[]> signature = signature(callback.header(HEADER + "signature"));
        if (signature.isEmpty() || !Freshness.of(callback.header(HEADER + "timestamp"), clock.instant())) {
            return CallbackCheck.FORGED;
        }
        byte[] signed = Signing.bytes(String.join("\n", callback.header(HEADER + "request-id"),
                callback.header(HEADER + "user-id"), callback.header(HEADER + "timestamp"),
                Signing.sha256(callback.body())));
        String address = jwks(as);
        return published.fit(address, () -> ask(address),
                keys -> keys.stream().anyMatch(key -> verifies(key, signed, signature.get())));
    }

    /** The queue and the keys live on two hosts; whoever else speaks as fal does publishes its keys where it answers. */
    static String jwks(Credential as) {
        String host = as.baseUrl().getHost();
        return host != null && (host.equals("fal.run") || host.endsWith(".fal.run"))
                ? "https://rest.fal.ai" + JWKS
                : as.baseUrl() + JWKS;
    }

    private Optional<List<PublicKey>> ask(String address) {
        return wire.say(Ask.get(address, Map.of("Accept", "application/json"), PATIENCE))
                .reply() instanceof Reply.Heard heard && heard.good()
                        ? Json.object(heard.body()).map(FalSignature::keys)
                        : Optional.empty();
    }

    private static List<PublicKey> keys(JsonNode jwks) {
        List<PublicKey> keys = new ArrayList<>();
        for (JsonNode key : jwks.path("keys")) {
            if (keys.size() < MOST_KEYS && "Ed25519".equals(Json.text(key, "crv"))) {
                key(key.path("x").asText("")).ifPresent(keys::add);
            }
        }
        return keys;
    }

    private static Optional<PublicKey> key(String base64) {
        try {
            byte[] raw = Base64.getUrlDecoder().decode(base64);
            byte[] whole = HexFormat.of().parseHex(HexFormat.of().formatHex(X509) + HexFormat.of().formatHex(raw));
            return Optional.of(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(whole)));
        } catch (GeneralSecurityException | IllegalArgumentException noKey) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> signature(String hex) {
        try {
            return Optional.of(HexFormat.of().parseHex(hex)).filter(bytes -> bytes.length == 64);
        } catch (IllegalArgumentException garbage) {
            return Optional.empty();
        }
    }

    private static boolean verifies(PublicKey key, byte[] signed, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(signed);
            return verifier.verify(signature);
        } catch (GeneralSecurityException garbage) {
            return false;
        }
    }
}
