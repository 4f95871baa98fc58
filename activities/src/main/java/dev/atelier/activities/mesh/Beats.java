package dev.atelier.activities.mesh;

import java.time.Duration;
import java.util.function.IntConsumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.atelier.mesh.child.RunningChild;

import io.temporal.activity.ActivityExecutionContext;
import io.temporal.client.ActivityCompletionException;

/** Heartbeats while a child works. When nobody waits any more, or the job was canceled, the child is ended. */
final class Beats implements RunningChild.Watcher {

    private static final Logger log = LoggerFactory.getLogger(Beats.class);
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

    /** What it tells is nice to know; a database that is away does not undo minutes of work. */
    @Override
    public void progress(int now) {
        if (now > percent) {
            percent = now;
            try {
                told.accept(now);
            } catch (RuntimeException away) {
                log.debug("progress {} is not told: {}", now, away.toString());
            }
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
            } catch (RuntimeException away) {
                // Temporal may be back before the heartbeat is missed; a watch that throws would watch no more.
                log.debug("a heartbeat is not told: {}", away.toString());
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
