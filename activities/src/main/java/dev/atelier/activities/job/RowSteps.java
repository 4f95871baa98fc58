package dev.atelier.activities.job;

import org.springframework.stereotype.Component;

import dev.atelier.db.job.DecidingNext;
import dev.atelier.domain.job.Decision;
import dev.atelier.domain.job.JobRef;
import dev.atelier.domain.job.Next;
import dev.atelier.workflows.job.Rows;

/** The database steps: one transaction each, and doing one again finds it done. */
@Component
public class RowSteps implements Rows {

    private final DecidingNext deciding;

    public RowSteps(DecidingNext deciding) {
        this.deciding = deciding;
    }

    @Override
    public Next open(JobRef job) {
        return deciding.next(job, Decision.NONE);
    }

    @Override
    public Next look(JobRef job, Decision decision) {
        return deciding.next(job, decision);
    }
}
