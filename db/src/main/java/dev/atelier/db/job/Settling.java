package dev.atelier.db.job;

import java.util.function.BiConsumer;

import org.springframework.stereotype.Component;

import dev.atelier.db.attempt.Ledger;
import dev.atelier.db.attempt.ServingTheLine;
import dev.atelier.db.attempt.SubmissionRow;
import dev.atelier.db.dialect.Transactions;
import dev.atelier.domain.attempt.SubmissionState;
import dev.atelier.domain.job.Decision;
import dev.atelier.domain.job.Next;

/** The shape of every change to an attempt: one transaction that locks its line, changes it, and says what is next. */
@Component
class Settling {

    private final Transactions transactions;
    private final ServingTheLine line;
    private final Ledger ledger;
    private final Jobs jobs;
    private final Desk desk;
    private final Outbox outbox;

    Settling(Transactions transactions, ServingTheLine line, Ledger ledger, Jobs jobs, Desk desk, Outbox outbox) {
        this.transactions = transactions;
        this.line = line;
        this.ledger = ledger;
        this.jobs = jobs;
        this.desk = desk;
        this.outbox = outbox;
    }

    /**
     * For the job's own workflow, which is answered here and need not be told; unless it had stopped listening, because
     * the sender had been silent for too long: then what the sender brings after all is told like anybody's news.
     */
    Next answering(String submissionId, BiConsumer<JobRow, SubmissionRow> change) {
        return transactions.in(() -> {
            SubmissionRow before = changed(submissionId, change);
            Next next = desk.next(before.jobId(), Decision.NONE);
            if (before.state() == SubmissionState.AMBIGUOUS) {
                outbox.tell(before.jobId());
            } else {
                outbox.isBeingTold(before.jobId());
            }
            return next;
        });
    }

    /** For everybody else: the job is told by whatever the change puts in the outbox. */
    void aside(String submissionId, BiConsumer<JobRow, SubmissionRow> change) {
        transactions.run(() -> changed(submissionId, change));
    }

    /** The attempt as it stood before the change. */
    private SubmissionRow changed(String submissionId, BiConsumer<JobRow, SubmissionRow> change) {
        SubmissionRow row = ledger.byId(submissionId).orElseThrow();
        line.lock(row.provider(), row.medium());
        SubmissionRow before = ledger.byId(submissionId).orElseThrow();
        change.accept(jobs.get(row.jobId()), before);
        return before;
    }
}
