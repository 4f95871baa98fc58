package dev.atelier.db.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.stereotype.Component;

/**
 * Secrets at rest: AES-256-GCM bound to the very cell they lie in, so that a ciphertext copied into another row does
 * not open, and a blind index to find equal ones without opening any.
 */
@Component
public class Secrets {

    private final Keyring keys;
    private final KeyMaterial root;
    private final byte[] indexKey;

    Secrets(Keyring keys, RootSecret root) {
        this.keys = keys;
        this.root = root.material();
        indexKey = this.root.derive("atelier blind index", 32);
    }

    public String seal(String clear, Cell cell) {
        return keys.seal(clear, cell);
    }

    /** @throws IllegalStateException when it was sealed with another key, or for another cell */
    public String open(String sealed, Cell cell) {
        try {
            return keys.open(sealed, cell);
        } catch (GeneralSecurityException | IllegalArgumentException foreign) {
            throw new IllegalStateException("cannot open " + cell + ": was it sealed with another atelier.secret-key?",
                    foreign);
        }
    }

    /** The same, sealed with today's key; empty when it is already. */
    public Optional<String> renewed(String sealed, Cell cell) {
        return Keyring.mark(sealed).equals(keys.current())
                ? Optional.empty()
                : Optional.of(seal(open(sealed, cell), cell));
    }

    /** HMAC-SHA256, hex: equal secrets have equal fingerprints, and nobody without the key can try candidates. */
    public String fingerprint(String clear) {
        return HexFormat.of().formatHex(hmac(indexKey, bytes(clear)));
    }

    /** A key for one purpose and owner, the same for the same two for ever; tells nothing about the others. */
    public byte[] derived(String purpose, String owner) {
        return hmac(root.derive(purpose, 32), bytes(owner));
    }

    /** HMAC-SHA256 of a message, hex, by {@link #derived a key of this purpose and owner}. */
    public String mac(String purpose, String owner, String message) {
        return HexFormat.of().formatHex(hmac(derived(purpose, owner), bytes(message)));
    }

    private static byte[] hmac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java has no HmacSHA256", missing);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
