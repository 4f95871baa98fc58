package dev.atelier.db.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.subtle.Hkdf;
import com.google.crypto.tink.util.SecretBytes;

/**
 * Keys from one setting, by HKDF-SHA256. Each ciphertext carries the id of its key (Tink's prefix), so that a later
 * version can open with an old key while it seals with a new one.
 */
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

    Aead aead() {
        try {
            AeadConfig.register();
            int keyId = ByteBuffer.wrap(derive("atelier key id", 4)).getInt();
            AesGcmKey key = AesGcmKey.builder().setParameters(AES_256_GCM).setIdRequirement(keyId)
                    .setKeyBytes(
                            SecretBytes.copyFrom(derive("atelier secrets at rest", 32), InsecureSecretKeyAccess.get()))
                    .build();
            return KeysetHandle.newBuilder().addEntry(KeysetHandle.importKey(key).makePrimary()).build()
                    .getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java has no AES-256-GCM", missing);
        }
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
