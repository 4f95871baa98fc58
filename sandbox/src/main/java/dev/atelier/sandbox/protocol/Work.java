package dev.atelier.sandbox.protocol;

import dev.atelier.sandbox.http.Reply;
import dev.atelier.sandbox.task.Task;
import dev.atelier.sandbox.task.Tasks;
import java.time.Duration;
import java.util.function.Supplier;

/** A task about to be taken, for protocols whose create answers with its handle. */
public record Work(Task task, Products products, Tasks tasks, Workshop workshop, Supplier<Reply.Whole> handle,
        Reply.Whole empty) implements Acceptance {

    @Override
    public String id() {
        return task.id();
    }

    @Override
    public void begin() {
        products.all().forEach(workshop.results()::keep);
        tasks.keep(task);
    }

    @Override
    public Duration takes() {
        return Duration.ZERO;
    }

    @Override
    public Reply.Whole answer() {
        return handle.get();
    }
}
