package dev.atelier.db.storyboard;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.atelier.db.dialect.Dialect;
import dev.atelier.db.dialect.Json;
import dev.atelier.db.job.NewJob;
import dev.atelier.domain.Word;
import dev.atelier.domain.catalogue.Input;
import dev.atelier.domain.job.JobStatus;
import dev.atelier.domain.job.Kind;

/** Reads what a record tells from the rows of the job, as they stand in the running transaction. */
@Component
class StoryboardJobs {

    private final JdbcClient sql;
    private final Dialect dialect;

    StoryboardJobs(JdbcClient sql, Dialect dialect) {
        this.sql = sql;
        this.dialect = dialect;
    }

    /** Empty: the job belongs to no storyboard. */
    Optional<StoryboardJob> find(String jobId) {
        return sql.sql("""
                select * from generation_jobs
                 where id = ? and storyboard is not null and kind in ('image', 'video')
                """).param(jobId).query((row, number) -> job(row)).optional().filter(job -> job.storyboard() != null);
    }

    private StoryboardJob job(ResultSet row) throws SQLException {
        String id = row.getString("id");
        Kind kind = Word.of(Kind.class, row.getString("kind"));
        return new StoryboardJob(id, row.getString("org_id"), kind, row.getString("model_name"),
                Word.of(JobStatus.class, row.getString("status")), row.getInt("priority"),
                Json.read(row.getString("input"), Input.class),
                Json.read(row.getString("storyboard"), NewJob.Storyboard.class), row.getString("webhook_url"),
                row.getString("error_code"), row.getString("error_message"), dialect.instant(row, "started_at"),
                dialect.instant(row, "completed_at"), row.getString("attention_reason") != null,
                row.getString("api_key_id"), row.getString("cancel_by"), tries(id), made(id, kind));
    }

    private List<StoryboardJob.Try> tries(String jobId) {
        return sql.sql("""
                select s.account_id, a.site_type, a.session_fingerprint, s.remote_task_id, s.worker_id,
                       s.open_key is null and s.state <> 'made' as over_now
                  from submissions s left join jimeng_accounts a on a.id = s.account_id
                 where s.job_id = ? and s.account_id is not null
                 order by s.attempt
                """).param(jobId)
                .query((row, number) -> new StoryboardJob.Try(row.getString("account_id"),
                        row.getObject("site_type", Integer.class), row.getString("session_fingerprint"),
                        row.getString("remote_task_id"), row.getString("worker_id"), row.getBoolean("over_now")))
                .list();
    }

    private List<StoryboardJob.Made> made(String jobId, Kind kind) {
        return sql.sql("""
                select id, storage_key from assets
                 where job_id = ? and kind = ? and lifecycle_state <> 'purged' and coalesce(role, '') <> 'late'
                 order by case when role = 'main' then 0 else 1 end, position, id
                """).param(jobId).param(kind.word())
                .query((row, number) -> new StoryboardJob.Made(row.getString("id"), row.getString("storage_key")))
                .list();
    }
}
