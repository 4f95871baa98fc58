package dev.atelier.db.job;

import org.springframework.stereotype.Component;

import dev.atelier.db.attempt.ServingTheLine;
import dev.atelier.db.dialect.Transactions;
import dev.atelier.domain.job.Decision;
import dev.atelier.domain.job.JobEnd;
import dev.atelier.domain.job.JobRef;
import dev.atelier.domain.job.Kind;
import dev.atelier.domain.job.Next;

/** The step between steps: one transaction that takes in what came from outside and says what is next. */
@Component
public class DecidingNext {

    private final Transactions transactions;
    private final ServingTheLine line;
    private final Jobs jobs;
    private final Desk desk;
    private final ConversionDesk conversions;
    private final Outbox outbox;

    DecidingNext(Transactions transactions, ServingTheLine line, Jobs jobs, Desk desk, ConversionDesk conversions,
            Outbox outbox) {
        this.transactions = transactions;
        this.line = line;
        this.jobs = jobs;
        this.desk = desk;
        this.conversions = conversions;
        this.outbox = outbox;
    }

    public Next next(JobRef job, Decision decision) {
        return transactions.in(() -> {
            if (jobs.find(job.jobId()).isEmpty()) {
                // A job that was posted after the backup from which the database was restored.
                return new Next.Ended(JobEnd.failed("JOB_GONE", "the database holds no such job"));
            }
            Next next = job.kind() == Kind.CONVERSION ? converted(job, decision) : made(job, decision);
            outbox.isBeingTold(job.jobId());
            return next;
        });
    }

    private Next made(JobRef job, Decision decision) {
        line.lock(job.provider(), job.kind().medium());
        return desk.next(job.jobId(), decision);
    }

    private Next converted(JobRef job, Decision decision) {
        conversions.lock(job.jobId());
        return conversions.next(job.jobId(), decision);
    }
}
