package dev.atelier.db.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;

/**
 * The operator's keys: the first seals, all open. Each ciphertext begins with the mark of its key, so that what still
 * waits to be sealed anew can be found by SQL.
 */
final class Keyring {

    /** Characters of a sealed value that tell its key: Tink's first byte and 28 bits of the key's id. */
    static final int MARK = 6;

    private final Map<String, String> settings = new LinkedHashMap<>();
    private final Aead aead;
    private final String current;

    /** @param keys settings of at least 32 characters each, the one that seals first */
    Keyring(List<String> keys) {
        List<KeyMaterial> materials = (keys.isEmpty() ? List.of("") : keys).stream().distinct().map(KeyMaterial::of)
                .toList();
        try {
            AeadConfig.register();
            KeysetHandle.Builder handle = KeysetHandle.newBuilder();
            for (int each = 0; each < materials.size(); each++) {
                var entry = KeysetHandle.importKey(materials.get(each).key());
                handle.addEntry(each == 0 ? entry.makePrimary() : entry);
                settings.put(materials.get(each).mark(), keys.get(each));
            }
            aead = handle.build().getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java has no AES-256-GCM", missing);
        }
        current = materials.getFirst().mark();
    }

    String seal(String clear, Cell cell) {
        try {
            return Base64.getEncoder().encodeToString(
                    aead.encrypt(clear.getBytes(StandardCharsets.UTF_8), cell.associatedData()));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("cannot seal " + cell, broken);
        }
    }

    String open(String sealed, Cell cell) throws GeneralSecurityException {
        return new String(aead.decrypt(Base64.getDecoder().decode(sealed), cell.associatedData()),
                StandardCharsets.UTF_8);
    }

    /** The mark of the key that seals. */
    String current() {
        return current;
    }

    Set<String> marks() {
        return settings.keySet();
    }

    /** The key of that mark as it was set, or the one that seals where none has it. */
    String setting(String mark) {
        return settings.getOrDefault(mark, settings.get(current));
    }

    static String mark(String sealed) {
        return sealed.length() < MARK ? sealed : sealed.substring(0, MARK);
    }
}
