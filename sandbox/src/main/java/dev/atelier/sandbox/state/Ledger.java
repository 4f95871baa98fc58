package dev.atelier.sandbox.state;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * A file of JSON lines that is only ever added to, and now and then rewritten shorter. A line is written with one
 * unbuffered write, so it outlives a killed process (not a lost machine); a torn last line is skipped when read.
 * Not safe for several threads: its owner holds the lock.
 */
public final class Ledger<T> implements Closeable {
    private final Path file;
    private final Class<T> type;
    private OutputStream out;
    private boolean closed;
    private long lines;

    public Ledger(Path file, Class<T> type) {
        this.file = file;
        this.type = type;
    }

    /** Reads every good line, oldest first. */
    public void replay(Consumer<T> each) {
        if (!Files.exists(file)) {
            return;
        }
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(Files.newInputStream(file),
                StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                T value = parse(line);
                if (value != null) {
                    each.accept(value);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private T parse(String line) {
        try {
            JsonNode tree = Json.read(line.getBytes(StandardCharsets.UTF_8));
            return tree.isObject() ? Json.value(tree, type) : null;
        } catch (IOException torn) {
            return null;
        }
    }

    /** After {@link #close()} nothing is kept any more: the next owner of the file may already be writing. */
    public void append(T value) {
        if (closed) {
            return;
        }
        try {
            if (out == null) {
                out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
            out.write(line(value));
            lines++;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    /** Puts exactly these values in place of all there was, in one move. */
    public void rewrite(Iterable<T> values) {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            endWriting();
            lines = 0;
            try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(fresh))) {
                for (T value : values) {
                    to.write(line(value));
                    lines++;
                }
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot rewrite " + file, e);
        }
    }

    public long lines() {
        return lines;
    }

    private static byte[] line(Object value) {
        byte[] text = Json.bytes(value);
        byte[] line = Arrays.copyOf(text, text.length + 1);
        line[text.length] = '\n';
        return line;
    }

    private void endWriting() throws IOException {
        if (out != null) {
            out.close();
            out = null;
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        endWriting();
    }
}
