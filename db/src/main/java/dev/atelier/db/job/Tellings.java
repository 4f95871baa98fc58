package dev.atelier.db.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.atelier.db.dialect.Dialect;
import dev.atelier.db.tenant.AllOrganisations;
import dev.atelier.domain.Word;
import dev.atelier.domain.job.JobRef;
import dev.atelier.domain.job.Kind;

/** The outbox as those who ring see it: what is due, and what came of ringing. */
@Component
public class Tellings {

    private static final Duration LONGEST_BACKOFF = Duration.ofMinutes(1);
    private static final String COLUMNS = "select id, org_id, kind, provider, model_name, tell_at, tell_first"
            + " from generation_jobs where ";

    private final JdbcClient jdbc;
    private final Dialect dialect;
    private final Clock clock;

    Tellings(JdbcClient jdbc, Dialect dialect, Clock clock) {
        this.jdbc = jdbc;
        this.dialect = dialect;
        this.clock = clock;
    }

    /** Due tellings, oldest first. */
    public List<Tell> due(AllOrganisations leave, int most) {
        return jdbc.sql(COLUMNS + "tell_at <= :now order by tell_at limit :most")
                .param("now", dialect.instant(Instant.now(clock))).param("most", most)
                .query((row, n) -> read(row.getString("id"), row)).list();
    }

    Optional<Tell> of(String jobId, Instant due) {
        return jdbc.sql(COLUMNS + "id = :id and tell_at = :due").param("id", jobId)
                .param("due", dialect.instant(due)).query((row, n) -> read(jobId, row)).optional();
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
        int tries = jdbc.sql("select tell_tries from generation_jobs where id = :id").param("id", tell.job().jobId())
                .query(Integer.class).optional().orElse(0);
        Duration doubled = Duration.ofSeconds(1L << Math.min(tries, 6));
        Duration wait = doubled.compareTo(LONGEST_BACKOFF) > 0 ? LONGEST_BACKOFF : doubled;
        jdbc.sql("""
                update generation_jobs set tell_tries = tell_tries + 1, tell_at = :later
                 where id = :id and tell_at = :due
                """).param("later", dialect.instant(Instant.now(clock).plus(wait)))
                .param("id", tell.job().jobId()).param("due", dialect.instant(tell.due())).update();
    }

    private Tell read(String jobId, java.sql.ResultSet row) throws java.sql.SQLException {
        return new Tell(
                new JobRef(jobId, row.getString("org_id"), Word.of(Kind.class, row.getString("kind")),
                        row.getString("provider")),
                dialect.instant(row, "tell_at"), row.getBoolean("tell_first"), row.getString("model_name"));
    }
}
