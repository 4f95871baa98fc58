package dev.atelier.db.job;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.atelier.db.dialect.Dialect;
import dev.atelier.db.dialect.Ids;
import dev.atelier.db.dialect.Json;
import dev.atelier.domain.job.JobStatus;

/** Writes each change of a job as an event and tells the projections, inside the change's transaction. */
@Component
class Journal {

    private final JdbcClient jdbc;
    private final Dialect dialect;
    private final Clock clock;
    private final List<JobListener> listeners;

    Journal(JdbcClient jdbc, Dialect dialect, Clock clock, List<JobListener> listeners) {
        this.jdbc = jdbc;
        this.dialect = dialect;
        this.clock = clock;
        this.listeners = listeners;
    }

    void write(String orgId, String jobId, String type, JobStatus from, JobStatus to, Object data) {
        Instant now = Instant.now(clock);
        jdbc.sql("""
                insert into job_events (id, org_id, job_id, type, data, at)
                values (:id, :org, :job, :type, :data, :at)
                """).param("id", Ids.next()).param("org", orgId).param("job", jobId).param("type", type)
                .param("data", Json.write(data)).param("at", dialect.instant(now)).update();
        tell(new JobChange(orgId, jobId, type, from, to, now));
    }

    /** Its status stands, but one attempt is over or another has begun: projections show that, no event is written. */
    void attempt(JobRow job) {
        tell(new JobChange(job.orgId(), job.id(), "job.attempt", job.status(), job.status(), Instant.now(clock)));
    }

    private void tell(JobChange change) {
        listeners.forEach(listener -> listener.changed(change));
    }
}
