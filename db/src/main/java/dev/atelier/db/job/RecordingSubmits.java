package dev.atelier.db.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.springframework.stereotype.Component;

import dev.atelier.db.attempt.Exchanges;
import dev.atelier.db.attempt.LateTasks;
import dev.atelier.db.attempt.Ledger;
import dev.atelier.db.attempt.SubmissionRow;
import dev.atelier.db.catalogue.Catalogue;
import dev.atelier.domain.attempt.LookPacing;
import dev.atelier.domain.failure.Failure;
import dev.atelier.domain.failure.FailureTable;
import dev.atelier.domain.failure.Phase;
import dev.atelier.domain.job.AttemptRef;
import dev.atelier.domain.job.Next;
import dev.atelier.domain.provider.SubmitOutcome;

/** After the request: its outcome, the account's counter, the money, the freed slot and what is next, in one commit. */
@Component
public class RecordingSubmits {

    private final Settling settling;
    private final Ledger ledger;
    private final LateTasks late;
    private final Jobs jobs;
    private final Ends ends;
    private final Losing losing;
    private final Exchanges exchanges;
    private final Catalogue catalogue;
    private final Clock clock;

    RecordingSubmits(Settling settling, Ledger ledger, LateTasks late, Jobs jobs, Ends ends, Losing losing,
            Exchanges exchanges,
            Catalogue catalogue, Clock clock) {
        this.settling = settling;
        this.ledger = ledger;
        this.late = late;
        this.jobs = jobs;
        this.ends = ends;
        this.losing = losing;
        this.exchanges = exchanges;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    public Next record(AttemptRef attempt, SubmitOutcome outcome) {
        return settling.answering(attempt.submissionId(), (job, row) -> {
            switch (outcome) {
                case SubmitOutcome.Accepted accepted -> accepted(job, row, accepted);
                case SubmitOutcome.Answered answered -> {
                    ledger.count(row);
                    ends.ended(job, row, answered.end(), answered.exchange(), Phase.SUBMIT);
                }
                case SubmitOutcome.NotSent refused -> notSent(job, row, refused);
                case SubmitOutcome.Ambiguous lost -> {
                    exchanges.record(row, lost.exchange(), lost.failure().kind().word(), null);
                    losing.lost(job, row, lost.failure().kind(), lost.failure().message());
                }
            }
        });
    }

    private void accepted(JobRow job, SubmissionRow row, SubmitOutcome.Accepted accepted) {
        exchanges.record(row, accepted.exchange(), null, null);
        Instant now = Instant.now(clock);
        Duration longest = catalogue.longestRun(job.modelId());
        if (ledger.sent(row, accepted.task(), now.plus(LookPacing.SHORTEST), now.plus(longest))) {
            ledger.count(row);
            // The answer of a call that had been given up on: it is known again.
            jobs.resumed(job, job.deadline());
        } else {
            late.accepted(row, accepted.task(), now.plus(longest));
        }
    }

    private void notSent(JobRow job, SubmissionRow row, SubmitOutcome.NotSent refused) {
        Failure failure = refused.failure();
        exchanges.record(row, refused.exchange(), failure.kind().word(), null);
        if (ledger.notSent(row.id(), failure, FailureTable.verdict(failure, Phase.SUBMIT))) {
            // A call that had been given up on was counted, and its job parked.
            ledger.uncounted(row);
            jobs.resumed(job, job.deadline());
            ends.after(job, row, failure, Phase.SUBMIT);
        }
    }
}
