package dev.atelier.db.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.atelier.db.dialect.Dialect;
import dev.atelier.db.tenant.AllOrganisations;
import dev.atelier.domain.Word;
import dev.atelier.domain.job.JobRef;
import dev.atelier.domain.job.Kind;

/** Open jobs whose workflow should be looked for: those not checked for longest come first. */
@Component
public class RestartingJobs {

    private static final Duration SETTLED = Duration.ofSeconds(20);

    private final JdbcClient jdbc;
    private final Dialect dialect;
    private final Clock clock;

    RestartingJobs(JdbcClient jdbc, Dialect dialect, Clock clock) {
        this.jdbc = jdbc;
        this.dialect = dialect;
        this.clock = clock;
    }

    public List<JobRef> open(AllOrganisations leave, int most) {
        return jdbc.sql("""
                select id, org_id, kind, provider from generation_jobs
                 where status in ('pending', 'queued', 'running') and created_at < :settled
                 order by checked_at is not null, checked_at limit :most
                """).param("settled", dialect.instant(Instant.now(clock).minus(SETTLED))).param("most", most)
                .query((row, n) -> new JobRef(row.getString("id"), row.getString("org_id"),
                        Word.of(Kind.class, row.getString("kind")), row.getString("provider")))
                .list();
    }

    /** A conversion waits for its maker without a clock of its own: whoever is late must be told. */
    public List<JobRef> overdueConversions(AllOrganisations leave, int most) {
        return jdbc.sql("""
                select id, org_id, kind, provider from generation_jobs
                 where status in ('pending', 'queued', 'running') and kind = 'conversion' and deadline < :now
                 order by deadline limit :most
                """).param("now", dialect.instant(Instant.now(clock))).param("most", most)
                .query((row, n) -> new JobRef(row.getString("id"), row.getString("org_id"),
                        Word.of(Kind.class, row.getString("kind")), row.getString("provider")))
                .list();
    }

    public void checked(JobRef job) {
        jdbc.sql("update generation_jobs set checked_at = :now where id = :id")
                .param("now", dialect.instant(Instant.now(clock))).param("id", job.jobId()).update();
    }
}
