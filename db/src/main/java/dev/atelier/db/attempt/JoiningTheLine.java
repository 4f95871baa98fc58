package dev.atelier.db.attempt;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.atelier.db.catalogue.Model;
import dev.atelier.db.dialect.Dialect;
import dev.atelier.db.dialect.Ids;
import dev.atelier.domain.job.Kind;
import dev.atelier.domain.job.Medium;

/**
 * Puts a job's next attempt in line. Its start tag is its organisation's fair turn, derived from the rows now waiting
 * (of weight 2, it takes half a turn): nothing is stored that a crash could leave behind, and an idle organisation
 * neither saves up turns nor is owed any.
 * Needs the line's lock.
 */
@Component
public class JoiningTheLine {

    static final long ONE_TURN = 1_000_000;

    private final JdbcClient jdbc;
    private final Dialect dialect;
    private final Clock clock;

    public JoiningTheLine(JdbcClient jdbc, Dialect dialect, Clock clock) {
        this.jdbc = jdbc;
        this.dialect = dialect;
        this.clock = clock;
    }

    /** Does nothing when the job has an open attempt. */
    public void join(String jobId, String orgId, Model model, int priority) {
        if (hasOpen(jobId)) {
            return;
        }
        Medium medium = model.kind().medium();
        String line = lane(model);
        Object now = dialect.instant(Instant.now(clock));
        jdbc.sql("""
                insert into submissions (id, job_id, attempt, org_id, provider, model, provider_model_id, medium,
                    priority, start_tag, line, state, open_key, billed, counted, looks, find_tries,
                    created_at, updated_at)
                values (:id, :job, :attempt, :org, :provider, :model, :modelId, :medium,
                    :priority, :tag, :line, 'waiting', :job, 'no', false, 0, 0, :now, :now)
                """).param("id", Ids.next()).param("job", jobId).param("attempt", lastAttempt(jobId) + 1)
                .param("org", orgId).param("provider", model.provider()).param("model", model.name())
                .param("modelId", model.id()).param("medium", medium.word()).param("priority", priority)
                .param("tag", startTag(model, line, orgId, priority)).param("line", line).param("now", now).update();
    }

    /** The line of this model, as {@code generation_jobs.scheduler_lane} keeps it; null: a conversion stands in none. */
    public static String lane(Model model) {
        return model.kind() == Kind.CONVERSION ? null : line(model.provider(), model.kind().medium(), model.name());
    }

    static String line(String provider, Medium medium, String model) {
        return provider + "/" + medium.word() + "/" + model;
    }

    private boolean hasOpen(String jobId) {
        return jdbc.sql("select id from submissions where open_key = :job").param("job", jobId).query(String.class)
                .optional().isPresent();
    }

    private int lastAttempt(String jobId) {
        return jdbc.sql("select coalesce(max(attempt), 0) from submissions where job_id = :job").param("job", jobId)
                .query(Integer.class).single();
    }

    private long startTag(Model model, String line, String orgId, int priority) {
        long turn = ONE_TURN / weight(orgId);
        Optional<Long> ownLast = jdbc.sql("""
                select start_tag from submissions where line = :line and org_id = :org and priority = :priority
                 order by start_tag desc limit 1
                """).param("line", line).param("org", orgId).param("priority", priority).query(Long.class).optional();
        return ownLast.or(() -> head(line, priority)).or(() -> lowestHeadBeside(model, priority)).orElse(0L) + turn;
    }

    private int weight(String orgId) {
        return jdbc.sql("select weight from orgs where id = :org").param("org", orgId).query(Integer.class).optional()
                .orElse(1);
    }

    private Optional<Long> head(String line, int priority) {
        return jdbc.sql("""
                select start_tag from submissions where line = :line and priority = :priority
                 order by start_tag limit 1
                """).param("line", line).param("priority", priority).query(Long.class).optional();
    }

    /** An empty line begins where the provider's other models of this medium stand, minus the turn it is given. */
    private Optional<Long> lowestHeadBeside(Model model, int priority) {
        return jdbc.sql("""
                select min(start_tag) from submissions
                 where provider = :provider and medium = :medium and priority = :priority and line is not null
                """).param("provider", model.provider()).param("medium", model.kind().medium().word())
                .param("priority", priority).query(Long.class).optional().map(lowest -> lowest - ONE_TURN);
    }
}
