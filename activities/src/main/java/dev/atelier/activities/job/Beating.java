package dev.atelier.activities.job;

import io.temporal.activity.Activity;
import io.temporal.client.ActivityCompletionException;

/** Heartbeats of steps that must be finished also when nobody waits for their answer any more: the rows do. */
final class Beating {

    private Beating() {
    }

    static void once() {
        try {
            Activity.getExecutionContext().heartbeat(null);
        } catch (ActivityCompletionException nobodyWaits) {
            // What has been begun is paid for, so it is brought to its end all the same.
        }
    }
}
