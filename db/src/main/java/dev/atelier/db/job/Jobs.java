package dev.atelier.db.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

import dev.atelier.db.attempt.GrantListener;
import dev.atelier.db.attempt.LateTasks;
import dev.atelier.db.dialect.Dialect;
import dev.atelier.domain.job.Attention;
import dev.atelier.domain.job.Decision;
import dev.atelier.domain.job.JobEnd;
import dev.atelier.domain.job.JobStatus;

/** The steps of a job's row; each guarded, so that a terminal job stays as it ended. */
@Component
class Jobs implements GrantListener {

    private static final String OPEN = "status in ('pending', 'queued', 'running')";

    private final JdbcClient jdbc;
    private final Dialect dialect;
    private final Clock clock;
    private final Journal journal;
    private final Outbox outbox;
    private final LateTasks late;

    Jobs(JdbcClient jdbc, Dialect dialect, Clock clock, Journal journal, Outbox outbox, LateTasks late) {
        this.jdbc = jdbc;
        this.dialect = dialect;
        this.clock = clock;
        this.journal = journal;
        this.outbox = outbox;
        this.late = late;
    }

    Optional<JobRow> find(String jobId) {
        return jdbc.sql("select * from generation_jobs where id = :id").param("id", jobId)
                .query((row, n) -> JobRow.read(row, dialect)).optional();
    }

    JobRow get(String jobId) {
        return find(jobId).orElseThrow(() -> new IllegalStateException("job " + jobId + " has no row"));
    }

    @Override
    public void granted(String jobId) {
        JobRow job = get(jobId);
        int moved = update("""
                status = 'running', started_at = coalesce(started_at, :now), next_attempt_at = null,
                queue_latency_ms = coalesce(queue_latency_ms, :waited),
                queue_id = (select s.id from submissions s where s.open_key = :id)""", jobId,
                "status in ('pending', 'queued')")
                .param("waited", millisSince(job.createdAt())).update();
        if (moved == 1) {
            journal.write(job.orgId(), jobId, "job.running", job.status(), JobStatus.RUNNING, null);
        } else {
            journal.attempt(job);
        }
        outbox.tell(jobId);
    }

    void queued(JobRow job) {
        if (update("status = 'queued', next_attempt_at = null", job.id(), OPEN + " and status <> 'queued'")
                .update() == 1) {
            journal.write(job.orgId(), job.id(), "job.queued", job.status(), JobStatus.QUEUED, null);
        }
    }

    /** Another attempt from {@code when} on. */
    void pausedUntil(JobRow job, Instant when, boolean spendsWait) {
        update("next_attempt_at = :when, waits_used = waits_used + :spent", job.id(), OPEN)
                .param("when", dialect.instant(when)).param("spent", spendsWait ? 1 : 0).update();
        journal.attempt(job);
        outbox.tell(job.id());
    }

    void parked(JobRow job, Attention reason, String detail) {
        int moved = update("attention_reason = :reason, attention_detail = :detail, attention_since = :now", job.id(),
                OPEN + " and attention_reason is null").param("reason", reason.word()).param("detail", detail).update();
        if (moved == 1) {
            journal.write(job.orgId(), job.id(), "job.needs_attention", job.status(), job.status(),
                    Map.of("reason", reason.word()));
            outbox.tell(job.id());
        }
    }

    void resumed(JobRow job, Instant deadline) {
        if (update("attention_reason = null, attention_detail = null, attention_since = null, deadline = :deadline",
                job.id(), OPEN + " and attention_reason is not null").param("deadline", dialect.instant(deadline))
                .update() == 1) {
            journal.write(job.orgId(), job.id(), "job.resumed", job.status(), job.status(), null);
        }
    }

    void cancelRequested(JobRow job, Decision decision) {
        update("cancel_requested_at = :now, cancel_by = :by, cancel_reason = :reason", job.id(),
                OPEN + " and cancel_requested_at is null").param("by", shortened(decision.by(), 200))
                .param("reason", shortened(decision.reason(), 1000)).update();
        outbox.tell(job.id());
    }

    /** Something about its attempt is known that was not: it shall look. */
    void wake(JobRow job) {
        outbox.tell(job.id());
    }

    void progress(String jobId, Integer percent) {
        update("progress = :percent", jobId, OPEN).param("percent", percent).update();
    }

    /** The one end of a job; false when it had ended already. Cost is what its ledger says, however often it is told. */
    boolean ended(JobRow job, JobEnd end, boolean retryable, String providerCode) {
        int moved = update("""
                status = :status, completed_at = :now, latency_ms = :latency, error_code = :code,
                error_message = :message, error_retryable = :retryable, provider_code = :providerCode,
                attention_reason = null, attention_detail = null, attention_since = null, next_attempt_at = null,
                progress = case when :status = 'succeeded' then 100 else progress end""", job.id(), OPEN)
                .param("status", end.status().word()).param("latency", millisSince(job.createdAt()))
                .param("code", end.code()).param("message", shortened(end.message(), 4000))
                .param("retryable", retryable).param("providerCode", providerCode).update();
        if (moved == 1) {
            settled(job.id());
            late.unused(job.id());
            journal.write(job.orgId(), job.id(), "job." + end.status().word(), job.status(), end.status(),
                    end.code() == null ? null : Map.of("code", end.code()));
            outbox.tell(job.id());
        }
        return moved == 1;
    }

    /** Takes the money of the ledger over; also when it becomes known after the job's end. */
    void settled(String jobId) {
        jdbc.sql("""
                update generation_jobs set
                   worker_id = coalesce((select s.worker_id from submissions s
                      where s.job_id = :id and s.worker_id is not null order by s.attempt desc limit 1), worker_id),
                   cost_usd = (select sum(s.cost_usd) from submissions s where s.job_id = :id),
                   billed_units_json = coalesce((select s.billed_units from submissions s
                      where s.job_id = :id and s.billed_units is not null order by s.attempt desc limit 1),
                      billed_units_json)
                 where id = :id
                """).param("id", jobId).update();
    }

    private StatementSpec update(String set, String jobId, String guard) {
        return jdbc.sql("update generation_jobs set " + set + ", updated_at = :now where id = :id and " + guard)
                .param("id", jobId).param("now", dialect.instant(Instant.now(clock)));
    }

    private long millisSince(Instant then) {
        return Math.min(Duration.between(then, Instant.now(clock)).toMillis(), Integer.MAX_VALUE);
    }

    /** People may say anything in a signal, and nobody refuses it there; a database keeps no NUL. */
    private static String shortened(String text, int most) {
        String kept = text == null ? null : text.replace('\0', ' ');
        return kept == null || kept.length() <= most ? kept : kept.substring(0, most);
    }
}
