package dev.atelier.db.attempt;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.atelier.db.dialect.Dialect;
import dev.atelier.domain.provider.TaskId;

/** When remote tasks are looked at, and what a look leaves in their rows short of an end. */
@Component
public class DueLooks {

    /** A task the provider may still run: of an attempt that is sent, or accepted after it was written off. */
    private static final String LOOKED_AT = "(state = 'sent' or state = 'written_off' and remote_task_id is not null)";

    private final JdbcClient jdbc;
    private final Dialect dialect;
    private final Clock clock;

    DueLooks(JdbcClient jdbc, Dialect dialect, Clock clock) {
        this.jdbc = jdbc;
        this.dialect = dialect;
        this.clock = clock;
    }

    public List<SubmissionRow> rows(String provider, Instant now, int most) {
        return jdbc.sql("""
                select * from submissions where next_look_at <= :now and provider = :provider
                 order by next_look_at limit :most
                """).param("now", dialect.instant(now)).param("provider", provider).param("most", most)
                .query((row, n) -> SubmissionRow.read(row, dialect)).list();
    }

    /** Looks count misses only while nothing was seen; a sighting begins the count anew. */
    public void seen(SubmissionRow row, String status, Integer progress, Instant nextLook) {
        jdbc.sql("""
                update submissions set looks = 0, provider_status = coalesce(:status, provider_status),
                       progress = coalesce(:progress, progress), next_look_at = :next, updated_at = :now
                 where id = :id and\s""" + LOOKED_AT).param("status", status).param("progress", progress)
                .param("next", dialect.instant(nextLook))
                .param("now", now()).param("id", row.id()).update();
    }

    public void missed(SubmissionRow row, Instant nextLook) {
        jdbc.sql("""
                update submissions set looks = looks + 1, next_look_at = :next, updated_at = :now
                 where id = :id and\s""" + LOOKED_AT).param("next", dialect.instant(nextLook)).param("now", now())
                .param("id", row.id()).update();
    }

    public void cancelTried(SubmissionRow row, Instant nextLook) {
        jdbc.sql("""
                update submissions set cancel_tried_at = :now, next_look_at = :next, updated_at = :now
                 where id = :id and\s""" + LOOKED_AT).param("next", dialect.instant(nextLook)).param("now", now())
                .param("id", row.id()).update();
    }

    /** True when it was this call that freed it. */
    public boolean slotFreed(SubmissionRow row, Instant nextLook) {
        return jdbc.sql("""
                update submissions set slot = null, held_by = null, next_look_at = :next, updated_at = :now
                 where id = :id and state in ('sent', 'ambiguous', 'written_off') and runs_until <= :now
                """).param("next", dialect.instant(nextLook)).param("now", now()).param("id", row.id()).update() == 1;
    }

    public void absent(SubmissionRow row, Instant nextLook) {
        jdbc.sql("""
                update submissions set absent_since = coalesce(absent_since, :now), next_look_at = :next,
                       updated_at = :now where id = :id and state = 'ambiguous'
                """).param("next", dialect.instant(nextLook)).param("now", now()).param("id", row.id()).update();
    }

    /** A list that decided nothing takes back what an earlier one seemed to prove. */
    public void undecided(SubmissionRow row, Instant nextLook) {
        jdbc.sql("""
                update submissions set find_tries = find_tries + 1, absent_since = null, next_look_at = :next,
                       updated_at = :now where id = :id and state = 'ambiguous'
                """).param("next", dialect.instant(nextLook)).param("now", now()).param("id", row.id()).update();
    }

    public List<TaskId> knownTasks(String accountId, Instant since) {
        return jdbc.sql("""
                select remote_task_id from submissions
                 where account_id = :account and remote_task_id is not null and created_at > :since
                """).param("account", accountId).param("since", dialect.instant(since))
                .query((row, n) -> new TaskId(row.getString(1))).list();
    }

    private Object now() {
        return dialect.instant(Instant.now(clock));
    }
}
