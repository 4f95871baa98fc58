package dev.atelier.activities.mesh;

import java.time.Duration;
import java.util.function.IntConsumer;

import dev.atelier.mesh.child.RunningChild;

import io.temporal.activity.ActivityExecutionContext;
import io.temporal.client.ActivityCompletionException;

/** Heartbeats while a child works. When nobody waits any more, or the job was canceled, the child is ended. */
final class Beats implements RunningChild.Watcher {

    private static final long BETWEEN = Duration.ofSeconds(1).toNanos();

    private final ActivityExecutionContext context;
    private final IntConsumer told;
    private volatile int percent;
    private volatile long last;
    private volatile ActivityCompletionException ended;

    Beats(ActivityExecutionContext context, IntConsumer told) {
        this.context = context;
        this.told = told;
        this.last = System.nanoTime() - BETWEEN;
    }

    @Override
    public void progress(int now) {
        if (now > percent) {
            percent = now;
            told.accept(now);
        }
    }

    @Override
    public boolean goOn() {
        if (ended == null && System.nanoTime() - last >= BETWEEN) {
            last = System.nanoTime();
            try {
                context.heartbeat(percent);
            } catch (ActivityCompletionException nobodyWaits) {
                ended = nobodyWaits;
            }
        }
        return ended == null;
    }

    /** Says to Temporal that it was ended. */
    void orEnd() {
        if (ended != null) {
            throw ended;
        }
    }
}
