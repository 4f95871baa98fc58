package dev.atelier.db.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.atelier.db.DbSettings;
import dev.atelier.db.PoolSettings;
import dev.atelier.db.account.AffectingAccounts;
import dev.atelier.db.attempt.SubmissionRow;
import dev.atelier.db.moderation.NotingRefusals;
import dev.atelier.domain.account.SiteSwitches;
import dev.atelier.domain.attempt.Billed;
import dev.atelier.domain.attempt.Sending;
import dev.atelier.domain.failure.ErrorKind;
import dev.atelier.domain.failure.Failure;
import dev.atelier.domain.failure.FailureTable;
import dev.atelier.domain.failure.Phase;
import dev.atelier.domain.failure.Verdict;
import dev.atelier.domain.job.Attention;
import dev.atelier.domain.job.JobEnd;

/** What a failed attempt does to its account and its job, as the table says. */
@Component
class Suffering {

    private final Jobs jobs;
    private final AffectingAccounts accounts;
    private final SendingAgain again;
    private final NotingRefusals refusals;
    private final JdbcClient jdbc;
    private final PoolSettings settings;
    private final Clock clock;

    Suffering(Jobs jobs, AffectingAccounts accounts, SendingAgain again, NotingRefusals refusals, JdbcClient jdbc,
            DbSettings settings, Clock clock) {
        this.jobs = jobs;
        this.accounts = accounts;
        this.again = again;
        this.refusals = refusals;
        this.jdbc = jdbc;
        this.settings = settings.pool();
        this.clock = clock;
    }

    /** @param row as it stood before it failed: a job goes by its open attempt alone */
    void suffer(JobRow job, SubmissionRow row, Failure failure, Phase phase) {
        Verdict verdict = FailureTable.verdict(failure, phase);
        refusals.noted(job.orgId(), job.id(), row.id(), row.provider(), failure, phase);
        accounts.affect(row.accountId(), row.medium(), row.model(), verdict.account(), failure);
        if (job.status().terminal() || !row.open()) {
            return;
        }
        if (failure.kind() == ErrorKind.TASK_CANCELED && !Instant.now(clock).isBefore(job.deadline())) {
            jobs.ended(job, JobEnd.canceled("DEADLINE_EXCEEDED", "the deadline passed; the provider canceled it"), true,
                    null);
            return;
        }
        switch (verdict.job()) {
            case FAIL -> fail(job, failure, verdict, failure.kind() == ErrorKind.CONTENT_OUTPUT);
            case RETRY_AFTER_WAIT -> afterWait(job, row, failure, verdict);
            case ANOTHER_ACCOUNT -> {
                if (row.attempt() >= Sending.MOST_ATTEMPTS
                        || siteSwitches(job.id()) >= settings.mostSiteSwitches()) {
                    fail(job, failure, verdict, true);
                } else {
                    jobs.pausedUntil(job, Instant.now(clock), false);
                }
            }
            case PARK -> {
                boolean maybe = verdict.billed() == Billed.MAYBE;
                if (!maybe || !again.allowed(job, row)) {
                    jobs.parked(job, Attention.MAYBE_BILLED, failure.message());
                }
            }
            case FETCH_AGAIN -> {
            }
        }
    }

    private void afterWait(JobRow job, SubmissionRow row, Failure failure, Verdict verdict) {
        int most = FailureTable.mostRetries(failure.kind(), accountAllows(row.accountId()));
        if (job.waitsUsed() >= most || row.attempt() >= Sending.MOST_ATTEMPTS) {
            fail(job, failure, verdict, true);
            return;
        }
        Duration wait = settings.waits().after(job.waitsUsed());
        Duration told = failure.retryAfter();
        jobs.pausedUntil(job, Instant.now(clock).plus(told != null && told.compareTo(wait) > 0 ? told : wait), true);
    }

    private int accountAllows(String accountId) {
        return jdbc.sql("select max_retry_count from jimeng_accounts where id = :id").param("id", accountId)
                .query(Integer.class).optional().orElse(0);
    }

    private int siteSwitches(String jobId) {
        List<Integer> sites = jdbc.sql("""
                select a.site_type from submissions s join jimeng_accounts a on a.id = s.account_id
                 where s.job_id = :job order by s.attempt
                """).param("job", jobId).query(Integer.class).list();
        return SiteSwitches.count(sites);
    }

    private void fail(JobRow job, Failure failure, Verdict verdict, boolean retryable) {
        jobs.ended(job, JobEnd.failed(verdict.code(), failure.message()), retryable, failure.providerCode());
    }
}
