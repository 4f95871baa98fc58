package dev.atelier.db.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.stereotype.Component;

import com.google.crypto.tink.Aead;

import dev.atelier.db.DbSettings;

/**
 * Secrets at rest: AES-256-GCM bound to the very cell they lie in, so that a ciphertext copied into another row does
 * not open, and a blind index to find equal ones without opening any.
 */
@Component
public class Secrets {

    private final KeyMaterial material;
    private final Aead aead;
    private final byte[] indexKey;

    public Secrets(DbSettings settings) {
        material = KeyMaterial.of(settings.secretKey());
        aead = material.aead();
        indexKey = material.derive("atelier blind index", 32);
    }

    public String seal(String clear, Cell cell) {
        try {
            return Base64.getEncoder().encodeToString(aead.encrypt(bytes(clear), cell.associatedData()));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("cannot seal " + cell, broken);
        }
    }

    /** @throws IllegalStateException when it was sealed with another key, or for another cell */
    public String open(String sealed, Cell cell) {
        try {
            byte[] clear = aead.decrypt(Base64.getDecoder().decode(sealed), cell.associatedData());
            return new String(clear, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException foreign) {
            throw new IllegalStateException("cannot open " + cell + ": was it sealed with another atelier.secret-key?",
                    foreign);
        }
    }

    /** HMAC-SHA256, hex: equal secrets have equal fingerprints, and nobody without the key can try candidates. */
    public String fingerprint(String clear) {
        return HexFormat.of().formatHex(hmac(indexKey, bytes(clear)));
    }

    /** A key for one purpose and owner, always the same for the same two; tells nothing about the others. */
    public byte[] derived(String purpose, String owner) {
        return hmac(material.derive(purpose, 32), bytes(owner));
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
