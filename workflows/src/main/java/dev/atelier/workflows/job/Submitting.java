package dev.atelier.workflows.job;

import dev.atelier.domain.job.AttemptRef;
import dev.atelier.domain.job.Next;

import io.temporal.activity.ActivityInterface;

@ActivityInterface
public interface Submitting {

    /** Failure type of a worker that is being shut down: nothing was begun, another worker may do it. */
    String DRAINING = "Draining";

    /** Sends the attempt, once, or finds what has become of it. */
    Next submit(AttemptRef attempt);
}
