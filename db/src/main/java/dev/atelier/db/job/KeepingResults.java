package dev.atelier.db.job;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.atelier.db.asset.Asset;
import dev.atelier.db.asset.KeepingFiles;
import dev.atelier.db.attempt.LateTasks;
import dev.atelier.db.attempt.Ledger;
import dev.atelier.domain.attempt.SubmissionState;
import dev.atelier.domain.failure.Failure;
import dev.atelier.domain.failure.FailureTable;
import dev.atelier.domain.failure.Phase;
import dev.atelier.domain.failure.Verdict;
import dev.atelier.domain.job.AttemptRef;
import dev.atelier.domain.job.JobEnd;
import dev.atelier.domain.job.Next;
import dev.atelier.domain.job.Patience;

/** The end of a job that was made: its files' rows, its end, its money and its webhooks in one commit. */
@Component
public class KeepingResults {

    private final Settling settling;
    private final Ledger ledger;
    private final Jobs jobs;
    private final KeepingFiles files;
    private final LateTasks late;
    private final AutomaticConversions automatic;
    private final Clock clock;

    KeepingResults(Settling settling, Ledger ledger, Jobs jobs, KeepingFiles files, LateTasks late,
            AutomaticConversions automatic, Clock clock) {
        this.settling = settling;
        this.ledger = ledger;
        this.jobs = jobs;
        this.files = files;
        this.late = late;
        this.automatic = automatic;
        this.clock = clock;
    }

    /** What to fetch; empty when there is nothing (any more): the job has ended. */
    public Optional<List<Results>> toFetch(AttemptRef attempt) {
        return ledger.byId(attempt.submissionId()).filter(row -> row.state() == SubmissionState.MADE)
                .filter(row -> !jobs.get(row.jobId()).status().terminal()).map(row -> Results.read(row.result()));
    }

    public Next kept(AttemptRef attempt, List<KeepingFiles.Result> results) {
        return settling.answering(attempt.submissionId(), (job, row) -> {
            if (job.status().terminal()) {
                files.discard(results.stream().map(KeepingFiles.Result::file).toList());
                return;
            }
            List<Asset> kept = new ArrayList<>();
            files.keep(job.orgId(), job.projectId(), job.id(), results, kept::add);
            late.kept(row.id(), "job");
            jobs.ended(job, JobEnd.succeeded(), false, null);
            automatic.after(job, kept);
        });
    }

    /** The result cannot be had: paid, and lost. */
    public Next lost(AttemptRef attempt, Failure failure) {
        return settling.answering(attempt.submissionId(), (job, row) -> {
            Verdict verdict = FailureTable.verdict(failure, Phase.FETCH);
            late.kept(row.id(), "lost");
            jobs.ended(job, JobEnd.failed(verdict.code(), failure.message()), true,
                    failure.providerCode());
        });
    }

    /** No provider keeps a result for longer than this; trying on would be waiting for nothing. */
    public boolean givenUp(AttemptRef attempt) {
        return ledger.byId(attempt.submissionId())
                .filter(row -> row.endedAt() != null
                        && row.endedAt().plus(Patience.RESULT).isBefore(Instant.now(clock)))
                .isPresent();
    }

    /** Where the attempt's job stands. */
    public Next standing(AttemptRef attempt) {
        return settling.answering(attempt.submissionId(), (job, row) -> {
        });
    }
}
