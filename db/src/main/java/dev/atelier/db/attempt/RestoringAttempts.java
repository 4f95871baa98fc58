package dev.atelier.db.attempt;

import java.time.Clock;
import java.time.Instant;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.atelier.db.dialect.Dialect;
import dev.atelier.domain.provider.TaskId;

/**
 * Two arrows that exist only after the database was restored from a backup: what stands here as not yet sent may have
 * been sent since. Needs the line's lock.
 */
@Component
public class RestoringAttempts {

    private final JdbcClient jdbc;
    private final Dialect dialect;
    private final Clock clock;

    RestoringAttempts(JdbcClient jdbc, Dialect dialect, Clock clock) {
        this.jdbc = jdbc;
        this.dialect = dialect;
        this.clock = clock;
    }

    /** Its marker stands in the provider's list. A slot of another account is given back, it may run beside the slots. */
    public boolean sent(SubmissionRow row, String accountId, TaskId task, Instant begun, Instant runsUntil) {
        boolean sameAccount = accountId.equals(row.accountId());
        return jdbc.sql("""
                update submissions set state = 'sent', line = null, account_id = :account,
                       slot = case when :same = 1 then slot end, held_by = case when :same = 1 then held_by end,
                       remote_task_id = :task, remote_key = :key, send_before = coalesce(send_before, :begun),
                       sent_at = :begun, next_look_at = :now, runs_until = :until, billed = 'yes', updated_at = :now
                 where id = :id and state in ('waiting', 'granted', 'sending', 'ambiguous')
                """).param("account", accountId).param("same", sameAccount ? 1 : 0).param("task", task.value())
                .param("key", Ledger.remoteKey(accountId, task)).param("begun", dialect.instant(begun))
                .param("until", dialect.instant(runsUntil)).param("now", now()).param("id", row.id()).update() == 1;
    }

    /** Nobody can say. It is not looked for: which account may have sent it is not known either. */
    public boolean unknown(SubmissionRow row, String message) {
        return jdbc.sql("""
                update submissions set state = 'ambiguous', line = null, slot = null, held_by = null, account_id = null,
                       billed = 'maybe', error_kind = 'restored', error_phase = 'submit', message = :message,
                       send_before = :now, updated_at = :now
                 where id = :id and state in ('waiting', 'granted')
                """).param("message", message).param("now", now()).param("id", row.id()).update() == 1;
    }

    /** The account whose list held a task that an attempt without an account is to adopt. */
    public void byAccount(String id, String accountId) {
        jdbc.sql("update submissions set account_id = :account where id = :id and account_id is null")
                .param("account", accountId).param("id", id).update();
    }

    private Object now() {
        return dialect.instant(Instant.now(clock));
    }
}
