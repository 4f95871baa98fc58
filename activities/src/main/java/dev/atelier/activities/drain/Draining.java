package dev.atelier.activities.drain;

import java.util.concurrent.atomic.AtomicBoolean;

import org.springframework.stereotype.Component;

import dev.atelier.workflows.job.Submitting;

import io.temporal.failure.ApplicationFailure;

/**
 * Set before the workers are shut down: pollers go on taking tasks for seconds after that, and what would begin then
 * could be cut off in the middle of a paid request.
 */
@Component
public class Draining {

    private final AtomicBoolean draining = new AtomicBoolean();

    public void begin() {
        draining.set(true);
    }

    public boolean begun() {
        return draining.get();
    }

    /** Called before anything of a submit is begun. */
    public void refuseToBegin() {
        if (begun()) {
            throw ApplicationFailure.newFailure("this worker is being shut down; nothing was begun",
                    Submitting.DRAINING);
        }
    }
}
