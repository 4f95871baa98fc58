package dev.atelier.sandbox.ark;

import dev.atelier.sandbox.http.Request;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whose request it is.
 *
 * @param owner a digest of the key, by which tasks are told apart
 * @param label what the journal shows: a short practice key whole, of any other only a few digits of its digest
 */
record ArkKey(String owner, String label) {
    /** Real keys may begin with "ark-" too, but they are longer. */
    private static final Pattern PRACTICE = Pattern.compile("ark-[A-Za-z0-9_-]{1,20}");
    private static final String SCHEME = "Bearer ";
    private static final String REFUSED = "invalid-key";

    static Optional<ArkKey> of(Request request) {
        return request.header("Authorization")
                .filter(value -> value.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(value -> value.substring(SCHEME.length()).strip())
                .filter(key -> !key.isEmpty() && !key.equals(REFUSED))
                .map(ArkKey::of);
    }

    private static ArkKey of(String key) {
        String digest = digest(key);
        return new ArkKey(digest, PRACTICE.matcher(key).matches() ? key : "key-" + digest.substring(0, 8));
    }

    private static String digest(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
