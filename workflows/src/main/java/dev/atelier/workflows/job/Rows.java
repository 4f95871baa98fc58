package dev.atelier.workflows.job;

import dev.atelier.domain.job.Decision;
import dev.atelier.domain.job.JobRef;
import dev.atelier.domain.job.Next;

import io.temporal.activity.ActivityInterface;

/** The short steps in the database, run as local activities. Each may be run again at any time. */
@ActivityInterface
public interface Rows {

    /** The job's first step, or where it stands when it had begun before. */
    Next open(JobRef job);

    /** What to do now; takes in what came from outside since the last look. */
    Next look(JobRef job, Decision decision);
}
