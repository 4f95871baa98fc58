package dev.atelier.sandbox.ark;

import dev.atelier.sandbox.state.Shelf;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The tasks there are; each is seen only by the key that made it. */
final class Tasks implements Closeable {
    private static final int CAPACITY = 50_000;
    private static final Duration KEPT = Duration.ofDays(7);
    private static final Duration CANCELLED_KEPT = Duration.ofDays(1);

    private final Shelf<Task> tasks;
    private final Clock clock;

    Tasks(Path file, Clock clock) {
        this.tasks = new Shelf<>(file, Task.class, CAPACITY);
        this.clock = clock;
    }

    void keep(Task task) {
        tasks.put(task.id(), task);
    }

    Optional<Task> find(ArkKey key, String id) {
        return tasks.get(id).filter(task -> task.owner().equals(key.owner()) && kept(task));
    }

    /** Newest first. */
    List<Task> of(ArkKey key) {
        return tasks.all().reversed().stream()
                .filter(task -> task.owner().equals(key.owner()) && kept(task)).toList();
    }

    /** Of all accounts, newest first. */
    List<Task> going() {
        Instant now = clock.instant();
        return tasks.all().reversed().stream().filter(task -> task.status(now).going()).toList();
    }

    /** Cancels what still waits and forgets what has ended; what runs cannot be stopped. */
    Optional<ArkRefusal> delete(ArkKey key, String id) {
        AtomicReference<ArkRefusal> refusal = new AtomicReference<>();
        tasks.update(id, task -> {
            if (task == null || !task.owner().equals(key.owner()) || !kept(task)) {
                refusal.set(ArkRefusal.noTask(id));
                return task;
            }
            Instant now = clock.instant();
            return switch (task.status(now)) {
                case QUEUED -> task.cancelled(now);
                case RUNNING, ARCHIVING -> {
                    refusal.set(conflict("TaskRunningCannotCancel", "The task " + id + " is running."));
                    yield task;
                }
                case CANCELLED -> {
                    refusal.set(conflict("TaskCancelledCannotDelete", "The task " + id + " is cancelled already."));
                    yield task;
                }
                case SUCCEEDED, FAILED, EXPIRED -> null;
            };
        });
        return Optional.ofNullable(refusal.get());
    }

    private static ArkRefusal conflict(String code, String message) {
        return new ArkRefusal(409, code, message, "id");
    }

    private boolean kept(Task task) {
        Instant now = clock.instant();
        Instant last = task.cancelledAt() != 0
                ? Instant.ofEpochMilli(task.cancelledAt()).plus(CANCELLED_KEPT)
                : Instant.ofEpochMilli(task.createdAt()).plus(KEPT);
        return now.isBefore(last);
    }

    @Override
    public void close() throws IOException {
        tasks.close();
    }
}
