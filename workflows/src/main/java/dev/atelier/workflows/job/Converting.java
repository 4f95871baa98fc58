package dev.atelier.workflows.job;

import dev.atelier.domain.job.Next;
import dev.atelier.domain.job.OutputRef;

import io.temporal.activity.ActivityInterface;

@ActivityInterface
public interface Converting {

    /** Makes one output in a child process and keeps it; what cannot be made is recorded, and the job goes on. */
    Next convert(OutputRef output);
}
