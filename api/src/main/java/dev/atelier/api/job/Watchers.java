package dev.atelier.api.job;

import java.util.Optional;
import java.util.concurrent.Semaphore;

import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import dev.atelier.api.ApiSettings;

/** How many may stand and watch a job's row at one time; sends them home when the application stops. */
@Component
class Watchers {
    private final Semaphore seats;
    private volatile boolean stopping;

    Watchers(ApiSettings settings) {
        seats = new Semaphore(settings.maxWaiters());
    }

    interface Watching<T> {
        T watch() throws InterruptedException;
    }

    /** Empty when too many watch already, or the application stops. */
    <T> Optional<T> admit(Watching<T> watching) {
        if (stopping || !seats.tryAcquire()) {
            return Optional.empty();
        }
        try {
            return Optional.of(watching.watch());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            seats.release();
        }
    }

    boolean stopping() {
        return stopping;
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        stopping = true;
    }
}
