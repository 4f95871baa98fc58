package dev.atelier.db.dialect;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;

/**
 * UUIDv7: unique, and in the order of their making within a process, also within one millisecond; two processes agree to
 * the millisecond only. Neighbours can be guessed, so an id never opens anything by itself.
 */
public final class Ids {

    private static final NoArgGenerator GENERATOR = Generators.timeBasedEpochGenerator();

    private Ids() {
    }

    public static String next() {
        return GENERATOR.generate().toString();
    }

    /** Not after any id that was made then or later. */
    public static String first(Instant then) {
        String hex = "%012x".formatted(then.toEpochMilli());
        return hex.substring(0, 8) + "-" + hex.substring(8) + "-0000-0000-000000000000";
    }

    /** Whether this can be the id of anything: checked before it reaches a uuid column. */
    public static boolean looksRight(String id) {
        if (id == null || id.length() != 36) {
            return false;
        }
        try {
            return UUID.fromString(id).toString().equals(id);
        } catch (IllegalArgumentException notAnId) {
            return false;
        }
    }
}
