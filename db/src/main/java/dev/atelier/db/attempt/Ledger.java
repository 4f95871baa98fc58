package dev.atelier.db.attempt;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

import dev.atelier.db.dialect.Dialect;
import dev.atelier.db.dialect.Json;
import dev.atelier.domain.attempt.Billed;
import dev.atelier.domain.failure.Failure;
import dev.atelier.domain.failure.Phase;
import dev.atelier.domain.failure.Verdict;
import dev.atelier.domain.provider.TaskId;

/**
 * The arrows between an attempt's states. Each is one guarded update and tells whether it was this call that moved the
 * row; false means: read again, never overwrite.
 */
@Component
public class Ledger {

    private static final String FREED = "slot = null, held_by = null";

    private final JdbcClient jdbc;
    private final Dialect dialect;
    private final OrphanTasks orphans;
    private final Clock clock;

    public Ledger(JdbcClient jdbc, Dialect dialect, OrphanTasks orphans, Clock clock) {
        this.jdbc = jdbc;
        this.dialect = dialect;
        this.orphans = orphans;
        this.clock = clock;
    }

    public Optional<SubmissionRow> latest(String jobId) {
        return jdbc.sql("select * from submissions where job_id = :job order by attempt desc limit 1")
                .param("job", jobId).query((row, n) -> SubmissionRow.read(row, dialect)).optional();
    }

    public Optional<SubmissionRow> byId(String id) {
        return jdbc.sql("select * from submissions where id = :id").param("id", id)
                .query((row, n) -> SubmissionRow.read(row, dialect)).optional();
    }

    /** An earlier attempt of the job that was made although nobody waited for it any more. */
    public Optional<SubmissionRow> unusedResult(String jobId) {
        return jdbc.sql("""
                select * from submissions where job_id = :job and state = 'made' and kept is null
                 order by attempt desc limit 1
                """).param("job", jobId).query((row, n) -> SubmissionRow.read(row, dialect)).optional();
    }

    /** INTENT: committed before the request. Refused also while all submits are held. */
    public boolean sending(String id, Instant sendBefore, String worker) {
        return moved(update("state = 'sending', send_before = :before, alive_at = :now, worker_id = :worker", id,
                "state = 'granted' and not exists (select 1 from submit_holds)")
                .param("before", dialect.instant(sendBefore)).param("worker", worker));
    }

    /** The sender lives; tells whether somebody wants its call ended. */
    public boolean aliveAndUnwanted(String id) {
        update("alive_at = :now", id, "state = 'sending'").update();
        return jdbc.sql("""
                select j.cancel_requested_at from generation_jobs j join submissions s on s.job_id = j.id
                 where s.id = :id and j.cancel_requested_at is not null
                """).param("id", id).query((row, n) -> true).optional().isPresent();
    }

    /** Paid from here on. A task that stands in another row already proves nothing and is refused by its key. */
    public boolean sent(SubmissionRow row, TaskId task, Instant nextLook, Instant runsUntil) {
        return moved(update("""
                state = 'sent', remote_task_id = :task, remote_key = :key, sent_at = :now,
                next_look_at = :look, runs_until = :until, billed = 'yes', absent_since = null, error_kind = null,
                message = null""", row.id(), "state in ('sending', 'ambiguous')").param("task", task.value())
                .param("key", remoteKey(row.accountId(), task))
                .param("look", dialect.instant(nextLook)).param("until", dialect.instant(runsUntil)));
    }

    /** The provider's end is known: the slot is free. Money is yes. */
    public boolean made(String id, String result, BigDecimal cost, Map<String, BigDecimal> units) {
        return moved(update("state = 'made', " + FREED + """
                , open_key = null, next_look_at = null, ended_at = :now, progress = 100, result = :result,
                billed = 'yes', cost_usd = :cost, billed_units = :units, settled_at = :now""", id,
                "state in ('sending', 'ambiguous', 'sent')").param("result", result).param("cost", cost).param("units",
                        Json.write(units)));
    }

    /** The provider gave its files new addresses. Only while they are still to be fetched. */
    public boolean renewed(String id, String result) {
        return moved(update("result = :result", id, "result is not null and kept is null").param("result", result));
    }

    public boolean failed(String id, Failure failure, Phase phase, Verdict verdict) {
        return moved(failing("failed", id, "state in ('sending', 'ambiguous', 'sent')", failure, phase, verdict));
    }

    /** Proven not accepted. */
    public boolean notSent(String id, Failure failure, Verdict verdict) {
        return moved(failing("not_sent", id, "state in ('sending', 'ambiguous')", failure, Phase.SUBMIT, verdict));
    }

    private StatementSpec failing(String state, String id, String from, Failure failure, Phase phase,
            Verdict verdict) {
        Billed billed = state.equals("not_sent") ? Billed.NO : verdict.billed();
        return update("state = '" + state + "', " + FREED + """
                , open_key = null, next_look_at = null, ended_at = :now, settled_at = :now, billed = :billed,
                error_kind = :kind, error_phase = :phase, provider_code = :code, message = :message,
                error_code = :error""", id, from).param("billed", billed.word()).param("kind", failure.kind().word())
                .param("phase", phase.word()).param("code", failure.providerCode()).param("message", failure.message())
                .param("error", verdict.code());
    }

    /** It may have been taken. The slot stays held; the watch looks for it from {@code nextLook} on, if that is given. */
    public boolean ambiguous(String id, String kind, String message, Instant nextLook, Instant runsUntil) {
        return moved(update("""
                state = 'ambiguous', billed = 'maybe', error_kind = :kind, error_phase = 'submit', message = :message,
                next_look_at = :look, runs_until = :until""", id, "state = 'sending'").param("kind", kind)
                .param("message", message).param("look", dialect.instant(nextLook == null ? runsUntil : nextLook))
                .param("until", dialect.instant(runsUntil)));
    }

    public boolean withdrawn(String id) {
        return moved(update("state = 'withdrawn', line = null, open_key = null, ended_at = :now, " + FREED, id,
                "state in ('waiting', 'granted')"));
    }

    /** Its slot stays with the watch until the model's longest run time has passed: the task may well be running. */
    public boolean writtenOff(String id) {
        return moved(update("""
                state = 'written_off', open_key = null, ended_at = :now, settled_at = :now, next_look_at = runs_until
                """, id, "state = 'ambiguous'"));
    }

    /** A person wants another attempt; this one is looked at as before, so that its slot is free when it has ended. */
    public boolean leaveBehind(String id) {
        return moved(update("open_key = null", id, "state = 'sent'"));
    }

    /** The watch shall try the provider's cancel, once, and see. */
    public boolean cancelWanted(String id) {
        return moved(update("cancel_wanted_at = :now, next_look_at = :now", id,
                "state = 'sent' and cancel_wanted_at is null"));
    }

    public boolean lookAt(String id, Instant when) {
        return moved(update("next_look_at = :look", id,
                "state in ('sent', 'ambiguous', 'written_off') and next_look_at is not null").param("look",
                        dialect.instant(when)));
    }

    /** A different task than the one that was not found is this job's. */
    public boolean adopted(SubmissionRow row, TaskId task, Instant runsUntil) {
        return moved(update("""
                remote_task_id = :task, remote_key = :key, next_look_at = :now, runs_until = :until,
                looks = 0""", row.id(), "state = 'sent'").param("task", task.value())
                .param("key", remoteKey(row.accountId(), task)).param("until", dialect.instant(runsUntil)));
    }

    /** Whether a person may name this task: it can be one, and no attempt has it yet. */
    public boolean adoptable(SubmissionRow row, String task) {
        return task.length() <= TaskId.LONGEST && task.indexOf('\0') < 0
                && (row.accountId() != null || orphans.accountsOf(row.provider(), task).size() == 1) && jdbc
                        .sql("select id from submissions where provider = :provider and remote_task_id = :task")
                        .param("provider", row.provider()).param("task", task).query(String.class).list().isEmpty();
    }

    /** Counts against the account's day, once: sent, answered and ambiguous count; not_sent never. */
    public void count(SubmissionRow row) {
        int first = jdbc.sql("update submissions set counted = true where id = :id and counted = false")
                .param("id", row.id()).update();
        if (first == 1) {
            String medium = row.medium().word();
            jdbc.sql("update jimeng_accounts set {m}_count = {m}_count + 1 where id = :id".replace("{m}", medium))
                    .param("id", row.accountId()).update();
        }
    }

    /** Proven not sent after all: the account's day gets it back, unless a new one has begun since. */
    public void uncounted(SubmissionRow row) {
        int first = jdbc.sql("update submissions set counted = false where id = :id and counted = true")
                .param("id", row.id()).update();
        if (first == 1) {
            String medium = row.medium().word();
            jdbc.sql("""
                    update jimeng_accounts set {m}_count = {m}_count - 1
                     where id = :id and {m}_count > 0 and quota_reset_time <= :end
                    """.replace("{m}", medium)).param("id", row.accountId())
                    .param("end", dialect.instant(row.sendBefore().plus(Duration.ofDays(1)))).update();
        }
    }

    static String remoteKey(String accountId, TaskId task) {
        return accountId + "|" + task.value();
    }

    private StatementSpec update(String set, String id, String from) {
        return jdbc.sql("update submissions set " + set + ", updated_at = :now where id = :id and " + from)
                .param("id", id).param("now", dialect.instant(Instant.now(clock)));
    }

    private static boolean moved(StatementSpec update) {
        return update.update() == 1;
    }
}
