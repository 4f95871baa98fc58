package dev.atelier.workflows.job;

import dev.atelier.domain.job.AttemptRef;
import dev.atelier.domain.job.Next;

import io.temporal.activity.ActivityInterface;

@ActivityInterface
public interface Persisting {

    /** Brings the result into our storage and ends the job; again as often as it takes. */
    Next persist(AttemptRef attempt);
}
