package dev.atelier.sandbox.task;

import dev.atelier.sandbox.account.Key;
import dev.atelier.sandbox.state.Shelf;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The tasks of one provider; each is seen only by the key that made it, and only as long as the provider keeps it. */
public final class Tasks implements Closeable {
    private static final int CAPACITY = 50_000;

    private final Shelf<Task> tasks;
    private final Duration kept;
    private final Duration cancelledKept;
    private final Clock clock;

    /** @param kept from the start on; {@code cancelledKept} from the cancel on */
    public Tasks(Path file, Duration kept, Duration cancelledKept, Clock clock) {
        this.tasks = new Shelf<>(file, Task.class, CAPACITY);
        this.kept = kept;
        this.cancelledKept = cancelledKept;
        this.clock = clock;
    }

    public void keep(Task task) {
        tasks.put(task.id(), task);
    }

    public Optional<Task> find(Key key, String id) {
        return tasks.get(id).filter(task -> seen(key, task));
    }

    /** Newest first. */
    public List<Task> of(Key key) {
        return tasks.all().reversed().stream().filter(task -> seen(key, task)).toList();
    }

    /** Of all accounts, newest first. */
    public List<Task> going() {
        Instant now = clock.instant();
        return tasks.all().reversed().stream().filter(task -> task.status(now).going()).toList();
    }

    /** With nobody in between; {@code change} gives null to forget the task. False when there is no such task. */
    public boolean change(Key key, String id, UnaryOperator<Task> change) {
        boolean[] there = new boolean[1];
        tasks.update(id, task -> {
            there[0] = task != null && seen(key, task);
            return there[0] ? change.apply(task) : task;
        });
        return there[0];
    }

    private boolean seen(Key key, Task task) {
        Instant last = task.cancelledAt() != 0
                ? Instant.ofEpochMilli(task.cancelledAt()).plus(cancelledKept)
                : Instant.ofEpochMilli(task.createdAt()).plus(kept);
        return task.owner().equals(key.owner()) && clock.instant().isBefore(last);
    }

    @Override
    public void close() throws IOException {
        tasks.close();
    }
}
