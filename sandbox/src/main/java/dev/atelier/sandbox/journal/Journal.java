package dev.atelier.sandbox.journal;

import dev.atelier.sandbox.state.Ledger;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/** Every request a provider received, in order; a row is on disk before its request is answered. */
public final class Journal implements Closeable {
    /** Ordinary rows kept; long prompts and long lists count for more. */
    static final int CAPACITY = 100_000;

    private final Deque<Entry> entries = new ArrayDeque<>();
    private final Ledger<Entry> ledger;
    private final Clock clock;
    private long last;
    private long weight;

    public Journal(Path file, Clock clock) {
        this.clock = clock;
        this.ledger = new Ledger<>(file, Entry.class);
        ledger.replay(this::keep);
        ledger.rewrite(entries);
    }

    public synchronized Entry write(Entry entry) {
        Entry numbered = entry.numbered(last + 1, clock.instant().truncatedTo(ChronoUnit.MICROS).toString());
        ledger.append(numbered);
        keep(numbered);
        if (ledger.lines() > 2L * CAPACITY) {
            ledger.rewrite(entries);
        }
        return numbered;
    }

    /** Oldest first. */
    public synchronized List<Entry> entries(Predicate<Entry> wanted) {
        return entries.stream().filter(wanted).toList();
    }

    /** The newest {@code count}, newest first. */
    public synchronized List<Entry> latest(int count) {
        return entries.reversed().stream().limit(count).toList();
    }

    private void keep(Entry entry) {
        entries.addLast(entry);
        last = Math.max(last, entry.seq());
        weight += entry.weight();
        while (weight > CAPACITY) {
            weight -= entries.removeFirst().weight();
        }
    }

    @Override
    public synchronized void close() throws IOException {
        ledger.close();
    }
}
