package dev.atelier.sandbox.protocol;

import dev.atelier.sandbox.http.Reply;
import java.time.Duration;

/** Work of which somebody wants to be told. */
public record Told(Acceptance work, Runnable telling) implements Acceptance {

    @Override
    public String id() {
        return work.id();
    }

    @Override
    public void begin() {
        work.begin();
        telling.run();
    }

    @Override
    public Duration takes() {
        return work.takes();
    }

    @Override
    public Reply.Whole answer() {
        return work.answer();
    }

    @Override
    public Reply.Whole empty() {
        return work.empty();
    }
}
