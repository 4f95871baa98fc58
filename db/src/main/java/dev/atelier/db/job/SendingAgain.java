package dev.atelier.db.job;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.atelier.db.attempt.Ledger;
import dev.atelier.db.attempt.SubmissionRow;
import dev.atelier.db.catalogue.Catalogue;
import dev.atelier.db.tenant.ProjectPolicies;
import dev.atelier.domain.attempt.Sending;
import dev.atelier.domain.retry.RetryWaits;

/**
 * Instead of a person: a project may have said how much a maybe may cost. Then the attempt is written off and another is
 * sent, and what that may cost at most is taken from the project's allowance first, in the same commit.
 */
@Component
class SendingAgain {

    private final ProjectPolicies policies;
    private final Catalogue catalogue;
    private final Ledger ledger;
    private final Jobs jobs;
    private final Journal journal;
    private final JdbcClient jdbc;
    private final Clock clock;

    SendingAgain(ProjectPolicies policies, Catalogue catalogue, Ledger ledger, Jobs jobs, Journal journal,
            JdbcClient jdbc, Clock clock) {
        this.policies = policies;
        this.catalogue = catalogue;
        this.ledger = ledger;
        this.jobs = jobs;
        this.journal = journal;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** True when the job goes on by itself; else a person must decide. */
    boolean allowed(JobRow job, SubmissionRow row) {
        Instant now = Instant.now(clock);
        Optional<BigDecimal> cost = catalogue.mostUsd(job.modelId());
        if (job.projectId() == null || cost.isEmpty() || !row.open() || job.status().terminal()
                || job.cancelRequestedAt() != null || !now.isBefore(job.deadline())
                || row.attempt() >= Sending.MOST_ATTEMPTS
                || !policies.spend(job.orgId(), job.projectId(), cost.get())) {
            return false;
        }
        jdbc.sql("update submissions set maybe_usd = :usd where id = :id").param("usd", cost.get())
                .param("id", row.id()).update();
        // Of one that has failed there is nothing left to write off.
        ledger.writtenOff(row.id());
        jobs.resumed(job, job.deadline());
        journal.write(job.orgId(), job.id(), "job.sent_again", job.status(), job.status(),
                Map.of("maybe_usd", cost.get()));
        jobs.pausedUntil(job, now.plus(RetryWaits.STANDARD.after(job.waitsUsed())), true);
        return true;
    }
}
