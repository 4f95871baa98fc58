package dev.atelier.sandbox.script;

import dev.atelier.sandbox.state.Shelf;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Counts how often each scripted thing was asked for, across restarts. */
public final class Turns implements Closeable {
    private static final int CAPACITY = 100_000;

    private final Shelf<Long> counts;

    public Turns(Path file) {
        this.counts = new Shelf<>(file, Long.class, CAPACITY);
    }

    /** The word whose turn it is; a list of one needs no counting. */
    public <T> Optional<T> next(String what, String subject, List<T> words) {
        if (words.size() <= 1) {
            return Tags.turn(words, 1);
        }
        long turn = counts.update(what + ' ' + digest(subject), count -> count == null ? 1L : count + 1);
        return Tags.turn(words, turn);
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        counts.close();
    }
}
