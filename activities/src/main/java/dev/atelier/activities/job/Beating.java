package dev.atelier.activities.job;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.temporal.activity.Activity;
import io.temporal.client.ActivityCompletionException;

/** Heartbeats of steps that must be finished also when nobody waits for their answer any more: the rows do. */
final class Beating {

    private static final long BEAT_SECONDS = 3;

    private Beating() {
    }

    /**
     * Free work that may take longer than the time within which we must beat, in a thread of its own.
     *
     * @throws IOException when this worker stops meanwhile
     */
    static <T> T during(String name, Callable<T> work) throws IOException {
        FutureTask<T> task = new FutureTask<>(work);
        Thread.ofVirtual().name(name).start(task);
        while (true) {
            try {
                return task.get(BEAT_SECONDS, TimeUnit.SECONDS);
            } catch (TimeoutException stillAtIt) {
                once();
            } catch (ExecutionException bug) {
                throw new IllegalStateException(name + " failed", bug.getCause());
            } catch (InterruptedException shutDown) {
                task.cancel(true);
                Thread.currentThread().interrupt();
                throw new IOException("this worker stops");
            }
        }
    }

    static void once() {
        try {
            Activity.getExecutionContext().heartbeat(null);
        } catch (ActivityCompletionException nobodyWaits) {
            // What has been begun is paid for, so it is brought to its end all the same.
        }
    }
}
