package dev.atelier.db.job;

import java.time.Clock;
import java.time.Instant;

import org.springframework.stereotype.Component;

import dev.atelier.db.attempt.DueLooks;
import dev.atelier.db.attempt.Ledger;
import dev.atelier.db.attempt.SubmissionRow;
import dev.atelier.db.catalogue.Catalogue;
import dev.atelier.domain.attempt.LookPacing;
import dev.atelier.domain.attempt.Searching;
import dev.atelier.domain.attempt.SubmissionState;
import dev.atelier.domain.failure.ErrorKind;
import dev.atelier.domain.failure.Failure;
import dev.atelier.domain.failure.FailureTable;
import dev.atelier.domain.failure.Phase;
import dev.atelier.domain.job.Attention;
import dev.atelier.domain.provider.Found;

/**
 * What looking for a lost request brings. Found: it goes on as sent. Absence is proof only from a complete list read
 * twice, the second time a minute after the request could last have left. Undecided: a person is asked.
 */
@Component
public class FindingLostTasks {

    private final Settling settling;
    private final Ledger ledger;
    private final DueLooks due;
    private final Jobs jobs;
    private final Ends ends;
    private final SendingAgain again;
    private final Catalogue catalogue;
    private final Clock clock;

    FindingLostTasks(Settling settling, Ledger ledger, DueLooks due, Jobs jobs, Ends ends, SendingAgain again,
            Catalogue catalogue,
            Clock clock) {
        this.settling = settling;
        this.ledger = ledger;
        this.due = due;
        this.jobs = jobs;
        this.ends = ends;
        this.again = again;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    public void found(SubmissionRow seen, Found found) {
        settling.aside(seen.id(), (job, row) -> {
            if (row.state() == SubmissionState.AMBIGUOUS) {
                switch (found) {
                    case Found.Task task -> sent(job, row, task);
                    case Found.Absent absent -> absent(job, row);
                    case Found.Undecided undecided -> undecided(job, row, undecided.why());
                }
            }
        });
    }

    private void sent(JobRow job, SubmissionRow row, Found.Task task) {
        Instant now = Instant.now(clock);
        Instant until = now.plus(catalogue.longestRun(job.modelId()));
        if (ledger.sent(row, task.task(), now.plus(LookPacing.SHORTEST), until)) {
            jobs.resumed(job, job.deadline());
            jobs.wake(job);
        }
    }

    private void absent(JobRow job, SubmissionRow row) {
        Instant now = Instant.now(clock);
        Instant proof = row.sendBefore().plus(Searching.PROOF_AFTER);
        if (row.absentSince() == null || now.isBefore(proof)) {
            due.absent(row, now.isBefore(proof) ? proof : now.plus(LookPacing.SHORTEST));
            return;
        }
        // Spends a wait: a provider that takes nothing must not be asked for ever.
        Failure never = Failure.of(ErrorKind.PROVIDER_BUSY, "proven: the provider's list does not hold it");
        if (ledger.notSent(row.id(), never, FailureTable.verdict(never, Phase.SUBMIT))) {
            ledger.uncounted(row);
            jobs.resumed(job, job.deadline());
            ends.after(job, row, never, Phase.SUBMIT);
        }
    }

    private void undecided(JobRow job, SubmissionRow row, String why) {
        due.undecided(row, Instant.now(clock).plus(row.findTries() < Searching.MOST_TRIES
                ? Searching.PAUSE
                : LookPacing.RARELY));
        if (row.findTries() + 1 >= Searching.MOST_TRIES && !job.parked() && !again.allowed(job, row)) {
            jobs.parked(job, Attention.OUTCOME_UNKNOWN, Desk.explain(Attention.OUTCOME_UNKNOWN) + " " + why);
        }
    }
}
