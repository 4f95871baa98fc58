package dev.atelier.sandbox.script;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atelier.sandbox.journal.Operation;
import dev.atelier.sandbox.state.Shelf;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Faults ordered from outside, and the outage that stops everything for a while. */
public final class Faults implements Closeable {
    private static final int CAPACITY = 1_000;

    private final Shelf<Fault> faults;
    private final Clock clock;
    private volatile Instant outageUntil = Instant.EPOCH;

    public Faults(Path file, Clock clock) {
        this.faults = new Shelf<>(file, Fault.class, CAPACITY);
        this.clock = clock;
    }

    public Fault order(JsonNode body) {
        Fault fault = Fault.read(UUID.randomUUID().toString(), body);
        faults.put(fault.id(), fault);
        return fault;
    }

    public List<Fault> waiting() {
        return faults.all();
    }

    public void clear() {
        faults.all().forEach(fault -> faults.remove(fault.id()));
        outageUntil = Instant.EPOCH;
    }

    /** The oldest fault that fits, used up once. */
    public synchronized Optional<Word> take(Operation operation, List<String> prompts) {
        for (Fault fault : faults.all()) {
            if (fault.meets(operation, prompts)) {
                faults.update(fault.id(), any -> fault.once());
                return Optional.of(Word.of(fault.word()));
            }
        }
        return Optional.empty();
    }

    public Instant outage(Duration length) {
        outageUntil = clock.instant().plus(length);
        return outageUntil;
    }

    public boolean out() {
        return clock.instant().isBefore(outageUntil);
    }

    @Override
    public void close() throws IOException {
        faults.close();
    }
}
