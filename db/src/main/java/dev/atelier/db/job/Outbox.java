package dev.atelier.db.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import dev.atelier.db.dialect.Dialect;
import dev.atelier.db.tenant.AllOrganisations;
import dev.atelier.domain.Word;
import dev.atelier.domain.job.JobRef;
import dev.atelier.domain.job.Kind;

/**
 * Who changes what a job waits for puts it here, in the same transaction. The bell is rung after commit; what that
 * misses, the telling loop finds by {@code tell_at}.
 */
@Component
public class Outbox {

    /** The bell is given this long before the telling loop takes over. */
    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final Duration LONGEST_BACKOFF = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Dialect dialect;
    private final Clock clock;
    private final Bell bell;

    Outbox(JdbcClient jdbc, Dialect dialect, Clock clock, Bell bell) {
        this.jdbc = jdbc;
        this.dialect = dialect;
        this.clock = clock;
        this.bell = bell;
    }

    /** The job has something new in its rows. */
    void tell(String jobId) {
        toTell().add(jobId);
    }

    /** The job's own workflow is being answered in this very transaction. */
    void isBeingTold(String jobId) {
        toTell().remove(jobId);
    }

    private Set<String> toTell() {
        return TransactionSynchronizationManager.getSynchronizations().stream().filter(Telling.class::isInstance)
                .map(each -> ((Telling) each).jobs).findFirst().orElseGet(() -> {
                    Telling telling = new Telling();
                    TransactionSynchronizationManager.registerSynchronization(telling);
                    return telling.jobs;
                });
    }

    /** Due tellings, oldest first. */
    public List<Tell> due(AllOrganisations leave, int most) {
        return tells("j.tell_at <= :due order by j.tell_at limit :most", Instant.now(clock), "", most);
    }

    /** The call returned, so the workflow knows; a newer telling stays. */
    public void told(Tell tell) {
        jdbc.sql("""
                update generation_jobs set tell_at = null, tell_tries = 0, tell_first = false
                 where id = :id and tell_at = :due
                """).param("id", tell.job().jobId()).param("due", dialect.instant(tell.due())).update();
    }

    /** The call failed: again later, more and more rarely. */
    public void notTold(Tell tell) {
        jdbc.sql("update generation_jobs set tell_tries = tell_tries + 1, tell_at = :later where id = :id and tell_at = :due")
                .param("later", dialect.instant(Instant.now(clock).plus(backoff(tell))))
                .param("id", tell.job().jobId()).param("due", dialect.instant(tell.due())).update();
    }

    private Duration backoff(Tell tell) {
        int tries = jdbc.sql("select tell_tries from generation_jobs where id = :id").param("id", tell.job().jobId())
                .query(Integer.class).optional().orElse(0);
        Duration wait = Duration.ofSeconds(1L << Math.min(tries, 6));
        return wait.compareTo(LONGEST_BACKOFF) > 0 ? LONGEST_BACKOFF : wait;
    }

    private List<Tell> tells(String where, Instant due, String job, int most) {
        return jdbc.sql("""
                select j.id, j.org_id, j.kind, j.provider, j.model_name, j.tell_at, j.tell_first
                  from generation_jobs j where\s""" + where).param("due", dialect.instant(due)).param("job", job).param("most", most)
                .query((row, n) -> new Tell(
                        new JobRef(row.getString("id"), row.getString("org_id"),
                                Word.of(Kind.class, row.getString("kind")), row.getString("provider")),
                        dialect.instant(row, "tell_at"), row.getBoolean("tell_first"), row.getString("model_name")))
                .list();
    }

    private final class Telling implements TransactionSynchronization {

        private final Set<String> jobs = new LinkedHashSet<>();
        private List<Tell> tells = List.of();

        @Override
        public void beforeCommit(boolean readOnly) {
            if (jobs.isEmpty()) {
                return;
            }
            Instant due = Instant.now(clock).plus(GRACE);
            List<Tell> found = new ArrayList<>();
            for (String job : jobs) {
                jdbc.sql("update generation_jobs set tell_at = :due where id = :id").param("due", dialect.instant(due))
                        .param("id", job).update();
                found.addAll(tells("j.tell_at = :due and j.id = :job limit :most", due, job, 1));
            }
            tells = found;
        }

        @Override
        public void afterCommit() {
            if (!tells.isEmpty()) {
                bell.ring(tells);
            }
        }
    }
}
