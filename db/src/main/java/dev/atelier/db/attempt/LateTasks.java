package dev.atelier.db.attempt;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.atelier.db.dialect.Dialect;
import dev.atelier.db.dialect.Json;
import dev.atelier.domain.provider.TaskId;

/**
 * What comes of attempts that nobody waits for any more: tasks accepted after they were written off, and results whose
 * job went on without them. They were paid, so they are looked at to their end; no state goes back for it.
 */
@Component
public class LateTasks {

    private final JdbcClient jdbc;
    private final Dialect dialect;
    private final Clock clock;

    LateTasks(JdbcClient jdbc, Dialect dialect, Clock clock) {
        this.jdbc = jdbc;
        this.dialect = dialect;
        this.clock = clock;
    }

    /** The call of an attempt that was written off brought a task after all: its cancel is tried once, then its end. */
    public boolean accepted(SubmissionRow row, TaskId task, Instant runsUntil) {
        return jdbc.sql("""
                update submissions set remote_task_id = :task, remote_key = :key, sent_at = :now, billed = 'yes',
                       cancel_wanted_at = :now, next_look_at = :now, runs_until = :until, updated_at = :now
                 where id = :id and state = 'written_off' and remote_task_id is null
                """).param("task", task.value()).param("key", Ledger.remoteKey(row.accountId(), task))
                .param("until", dialect.instant(runsUntil)).param("now", now()).param("id", row.id()).update() == 1;
    }

    /**
     * Its end is known: the slot is free, and what it cost is too.
     *
     * @param result null when there is none
     */
    public boolean ended(SubmissionRow row, String result, BigDecimal cost, Map<String, BigDecimal> units,
            String billed) {
        return jdbc.sql("""
                update submissions set slot = null, held_by = null, next_look_at = null, result = :result,
                       cost_usd = :cost, billed_units = :units, billed = :billed, settled_at = :now,
                       late_due_at = :due, updated_at = :now
                 where id = :id and state = 'written_off' and remote_task_id is not null and next_look_at is not null
                """).param("result", result).param("cost", cost)
                .param("units", units == null ? null : Json.write(units))
                .param("billed", billed).param("due", result == null ? null : now()).param("now", now())
                .param("id", row.id()).update() == 1;
    }

    /** The job has ended without the result of this attempt, or all such results of a job. */
    public void unused(String jobId) {
        jdbc.sql("""
                update submissions set late_due_at = :now, updated_at = :now
                 where job_id = :job and state = 'made' and kept is null and late_due_at is null
                """).param("now", now()).param("job", jobId).update();
    }

    public List<SubmissionRow> due(int most) {
        return jdbc.sql("select * from submissions where late_due_at <= :now order by late_due_at limit :most")
                .param("now", now()).param("most", most).query((row, n) -> SubmissionRow.read(row, dialect)).list();
    }

    public void dueAt(String id, Instant when) {
        jdbc.sql("update submissions set late_due_at = :when where id = :id and late_due_at is not null")
                .param("when", dialect.instant(when)).param("id", id).update();
    }

    /** @param what job, late, discarded or lost; the first word stands */
    public boolean kept(String id, String what) {
        return jdbc.sql("""
                update submissions set kept = :what, late_due_at = null, updated_at = :now
                 where id = :id and kept is null
                """).param("what", what).param("now", now()).param("id", id).update() == 1;
    }

    private Object now() {
        return dialect.instant(Instant.now(clock));
    }
}
