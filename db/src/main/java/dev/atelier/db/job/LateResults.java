package dev.atelier.db.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.atelier.db.asset.KeepingFiles;
import dev.atelier.db.attempt.LateTasks;
import dev.atelier.db.attempt.SubmissionRow;
import dev.atelier.db.dialect.Transactions;
import dev.atelier.db.tenant.AllOrganisations;
import dev.atelier.db.tenant.ProjectPolicies;
import dev.atelier.domain.job.Patience;

/** Results that were paid for and that no job waits for: kept as assets beside their job, unless its project says no. */
@Component
public class LateResults {

    /** The role of such an asset: it belongs to the job, and is no output of it. */
    public static final String ROLE = "late";
    private static final Duration AGAIN = Duration.ofMinutes(5);

    private final Transactions transactions;
    private final LateTasks late;
    private final Jobs jobs;
    private final ProjectPolicies policies;
    private final KeepingFiles files;
    private final Journal journal;
    private final Clock clock;

    LateResults(Transactions transactions, LateTasks late, Jobs jobs, ProjectPolicies policies, KeepingFiles files,
            Journal journal, Clock clock) {
        this.transactions = transactions;
        this.late = late;
        this.jobs = jobs;
        this.policies = policies;
        this.files = files;
        this.journal = journal;
        this.clock = clock;
    }

    public List<SubmissionRow> due(AllOrganisations leave, int most) {
        return late.due(most);
    }

    /** What to fetch; empty when the project wants none of it, which is then noted. */
    public Optional<List<Results>> toFetch(SubmissionRow row) {
        JobRow job = jobs.get(row.jobId());
        boolean wanted = policies.find(job.orgId(), job.projectId()).map(ProjectPolicies.Policy::keepLateResults)
                .orElse(true);
        if (!wanted) {
            transactions.run(() -> late.kept(row.id(), "discarded"));
            return Optional.empty();
        }
        return Optional.of(Results.read(row.result()));
    }

    public void kept(SubmissionRow row, List<KeepingFiles.Result> results) {
        transactions.run(() -> {
            JobRow job = jobs.get(row.jobId());
            if (!late.kept(row.id(), "late")) {
                files.discard(results.stream().map(KeepingFiles.Result::file).toList());
                return;
            }
            files.keep(job.orgId(), job.projectId(), job.id(), results.stream()
                    .map(each -> new KeepingFiles.Result(each.assetId(), ROLE, each.file())).toList(), asset -> {
                    });
            journal.write(job.orgId(), job.id(), "job.late_result", job.status(), job.status(),
                    Map.of("assets", results.stream().map(KeepingFiles.Result::assetId).toList()));
        });
    }

    /** It can never be had. */
    public void lost(SubmissionRow row) {
        transactions.run(() -> late.kept(row.id(), "lost"));
    }

    /** Not now. No provider keeps a result for longer than a day. */
    public void postponed(SubmissionRow row) {
        Instant now = Instant.now(clock);
        transactions.run(() -> {
            if (row.endedAt() != null && row.endedAt().plus(Patience.RESULT.multipliedBy(4)).isBefore(now)) {
                late.kept(row.id(), "lost");
            } else {
                late.dueAt(row.id(), now.plus(AGAIN));
            }
        });
    }
}
