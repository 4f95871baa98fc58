package dev.atelier.db.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.subtle.Hkdf;
import com.google.crypto.tink.util.SecretBytes;

/** Keys from one text, by HKDF-SHA256. Each ciphertext carries the id of its key (Tink's prefix). */
final class KeyMaterial {

    private static final int SHORTEST = 32;
    private static final AesGcmParameters AES_256_GCM = parameters();

    private final byte[] input;

    private KeyMaterial(byte[] input) {
        this.input = input;
    }

    static KeyMaterial of(String setting) {
        int length = setting == null ? 0 : setting.length();
        if (length < SHORTEST) {
            throw new IllegalStateException("the key for secrets at rest has " + length
                    + " characters: set atelier.secret-key to at least " + SHORTEST
                    + " random ones, for example the output of 'openssl rand -base64 32', and keep it");
        }
        return new KeyMaterial(setting.getBytes(StandardCharsets.UTF_8));
    }

    byte[] derive(String purpose, int bytes) {
        try {
            return Hkdf.computeHkdf("HMACSHA256", input, new byte[0], purpose.getBytes(StandardCharsets.UTF_8), bytes);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java has no HMACSHA256", missing);
        }
    }

    AesGcmKey key() throws GeneralSecurityException {
        return AesGcmKey.builder().setParameters(AES_256_GCM).setIdRequirement(ByteBuffer.wrap(id()).getInt())
                .setKeyBytes(SecretBytes.copyFrom(derive("atelier secrets at rest", 32), InsecureSecretKeyAccess.get()))
                .build();
    }

    /** What each ciphertext of this key begins with. */
    String mark() {
        byte[] prefix = ByteBuffer.allocate(6).put((byte) 1).put(id()).array();
        return Keyring.mark(Base64.getEncoder().encodeToString(prefix));
    }

    private byte[] id() {
        return derive("atelier key id", 4);
    }

    private static AesGcmParameters parameters() {
        try {
            return AesGcmParameters.builder().setKeySizeBytes(32).setIvSizeBytes(12).setTagSizeBytes(16)
                    .setVariant(AesGcmParameters.Variant.TINK).build();
        } catch (GeneralSecurityException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }
}
