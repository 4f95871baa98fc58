package dev.atelier.db.attempt;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;

import dev.atelier.db.secret.Secrets;

/**
 * What makes the address for a provider's callbacks unguessable, for each attempt another: its id, and what only we can
 * say about it. Derived, so nothing of it is stored, and a made-up one costs no look into the database.
 */
@Component
public class HookTokens {

    private static final String PURPOSE = "atelier provider callback";
    private static final int ID = 16;
    private static final int PROOF = 18;

    private final Secrets secrets;

    HookTokens(Secrets secrets) {
        this.secrets = secrets;
    }

    /** 46 characters that need no escape in an address. */
    public String of(String provider, String submissionId) {
        UUID id = UUID.fromString(submissionId);
        byte[] token = ByteBuffer.allocate(ID + PROOF).putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits()).put(proof(provider, submissionId), 0, PROOF).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** The attempt this is the token of, unless somebody made it up. */
    Optional<String> attempt(String provider, String token) {
        byte[] bytes = decoded(token);
        if (bytes.length != ID + PROOF) {
            return Optional.empty();
        }
        ByteBuffer read = ByteBuffer.wrap(bytes);
        String id = new UUID(read.getLong(), read.getLong()).toString();
        return MessageDigest.isEqual(ascii(token), ascii(of(provider, id))) ? Optional.of(id) : Optional.empty();
    }

    private byte[] proof(String provider, String submissionId) {
        return secrets.derived(PURPOSE, provider + "|" + submissionId);
    }

    private static byte[] decoded(String token) {
        try {
            return Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException garbage) {
            return new byte[0];
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
