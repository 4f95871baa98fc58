package dev.atelier.sandbox.account;

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
public record Key(String owner, String label) {
    /** Of the form {@code NAME-…}; real keys may begin so, too, but they are longer. */
    private static final Pattern PRACTICE = Pattern.compile("[a-z][a-z0-9_]*-[A-Za-z0-9_-]{1,20}");
    private static final int LONGEST_PRACTICE = 28;
    private static final String SCHEME = "Bearer ";
    /** The key that every protocol refuses. */
    public static final String REFUSED = "invalid-key";

    /** The key of {@code Authorization: Bearer …}; none where it is missing or the one that is refused. */
    public static Optional<Key> bearer(Request request) {
        return value(request, SCHEME).flatMap(Key::of);
    }

    /** What follows this scheme in {@code Authorization}. */
    public static Optional<String> value(Request request, String scheme) {
        return request.header("Authorization")
                .filter(value -> value.regionMatches(true, 0, scheme, 0, scheme.length()))
                .map(value -> value.substring(scheme.length()).strip());
    }

    public static Optional<Key> of(String secret) {
        return secret.isEmpty() || secret.equals(REFUSED) ? Optional.empty() : Optional.of(named(secret));
    }

    private static Key named(String secret) {
        String digest = digest(secret);
        boolean practice = secret.length() <= LONGEST_PRACTICE && PRACTICE.matcher(secret).matches();
        return new Key(digest, practice ? secret : "key-" + digest.substring(0, 8));
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
