package dev.atelier.sandbox.state;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Values by key that survive a restart; when more than {@code capacity} are there, the oldest goes. */
public final class Shelf<V> implements Closeable {
    private final Map<String, V> values = new LinkedHashMap<>();
    private final Ledger<Line> ledger;
    private final Class<V> type;
    private final int capacity;

    /** A null value stands for a key that was taken away. */
    record Line(String key, JsonNode value) {
    }

    public Shelf(Path file, Class<V> type, int capacity) {
        this.type = type;
        this.capacity = capacity;
        this.ledger = new Ledger<>(file, Line.class);
        ledger.replay(this::recall);
        shorten();
    }

    public synchronized Optional<V> get(String key) {
        return Optional.ofNullable(values.get(key));
    }

    public synchronized void put(String key, V value) {
        update(key, any -> value);
    }

    /** Changes one value with nobody in between; {@code change} gets null for a new key and gives null to remove. */
    public synchronized V update(String key, UnaryOperator<V> change) {
        V before = values.get(key);
        V after = change.apply(before);
        if (after == before) {
            return after;
        }
        if (after == null) {
            values.remove(key);
        } else {
            values.put(key, after);
        }
        dropOldest();
        ledger.append(new Line(key, after == null ? null : Json.tree(after)));
        if (ledger.lines() > 2L * capacity + 1000) {
            shorten();
        }
        return after;
    }

    public synchronized void remove(String key) {
        update(key, any -> null);
    }

    /** Oldest first. */
    public synchronized List<V> all() {
        return new ArrayList<>(values.values());
    }

    private void recall(Line line) {
        if (line.key() == null) {
            return;
        }
        if (line.value() == null || line.value().isNull()) {
            values.remove(line.key());
            return;
        }
        try {
            values.put(line.key(), Json.value(line.value(), type));
        } catch (IOException e) {
            throw new UncheckedIOException("The state was written by another version; start with an empty directory",
                    e);
        }
        dropOldest();
    }

    private void dropOldest() {
        Iterator<String> oldest = values.keySet().iterator();
        while (values.size() > capacity && oldest.hasNext()) {
            oldest.next();
            oldest.remove();
        }
    }

    private void shorten() {
        List<Line> lines = new ArrayList<>();
        values.forEach((key, value) -> lines.add(new Line(key, Json.tree(value))));
        ledger.rewrite(lines);
    }

    @Override
    public synchronized void close() throws IOException {
        ledger.close();
    }
}
