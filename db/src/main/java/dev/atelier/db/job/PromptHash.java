package dev.atelier.db.job;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import dev.atelier.domain.text.Normalised;

/** The same words have the same hash, however they are typed: whoever reads the tables finds doubles by it. */
final class PromptHash {

    private PromptHash() {
    }

    /** @return SHA-256 of the normalised text, 64 hex digits */
    static String of(String text) {
        try {
            byte[] words = Normalised.of(text).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(words));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
