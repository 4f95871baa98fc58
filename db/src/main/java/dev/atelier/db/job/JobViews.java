package dev.atelier.db.job;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import com.fasterxml.jackson.core.type.TypeReference;

import dev.atelier.db.DbSettings;
import dev.atelier.db.PoolSettings;
import dev.atelier.db.attempt.EstimatingStarts;
import dev.atelier.db.catalogue.Catalogue;
import dev.atelier.db.dialect.Dialect;
import dev.atelier.db.dialect.Json;
import dev.atelier.domain.Word;
import dev.atelier.domain.catalogue.Input;
import dev.atelier.domain.job.Attention;
import dev.atelier.domain.job.JobStatus;
import dev.atelier.domain.job.Kind;

/** A job's row as the outside sees it. */
@Component
class JobViews {

    private static final TypeReference<Map<String, BigDecimal>> UNITS = new TypeReference<>() {
    };
    private static final TypeReference<Map<String, String>> METADATA = new TypeReference<>() {
    };
    private static final TypeReference<List<String>> WORDS = new TypeReference<>() {
    };

    /** What an account allows unless it says otherwise. */
    private static final int UNTRIED = 6;

    private final JdbcClient jdbc;
    private final Dialect dialect;
    private final Catalogue catalogue;
    private final EstimatingStarts estimating;
    private final PoolSettings settings;

    JobViews(JdbcClient jdbc, Dialect dialect, Catalogue catalogue, EstimatingStarts estimating, DbSettings settings) {
        this.jdbc = jdbc;
        this.dialect = dialect;
        this.catalogue = catalogue;
        this.estimating = estimating;
        this.settings = settings.pool();
    }

    /** One of many: when it may begin is asked for one alone. */
    JobView read(ResultSet row) throws SQLException {
        return read(row, false);
    }

    JobView one(ResultSet row) throws SQLException {
        return read(row, true);
    }

    private JobView read(ResultSet row, boolean estimated) throws SQLException {
        JobStatus status = Word.of(JobStatus.class, row.getString("status"));
        return new JobView(row.getString("id"), row.getString("org_id"), Word.of(Kind.class, row.getString("kind")),
                row.getString("model_name"), row.getString("provider"), status,
                row.getObject("progress") == null ? null : row.getInt("progress"),
                status == JobStatus.QUEUED ? position(row.getString("id")) : null, attention(row),
                row.getInt("attempt"),
                Json.read(row.getString("input"), Input.class), failed(row), row.getBigDecimal("cost_usd"),
                Json.read(row.getString("billed_units_json"), UNITS), row.getString("project_id"),
                row.getInt("priority"), row.getString("webhook_url"), Json.read(row.getString("webhook_events"), WORDS),
                Json.read(row.getString("metadata"), METADATA),
                Json.read(row.getString("storyboard"), NewJob.Storyboard.class), dialect.instant(row, "created_at"),
                dialect.instant(row, "started_at"), dialect.instant(row, "completed_at"),
                dialect.instant(row, "deadline"), dialect.instant(row, "cancel_requested_at"),
                row.getString("retry_of_job_id"), row.getString("retried_by_job_id"), row.getString("request_id"),
                estimated && status == JobStatus.QUEUED ? estimating.start(row.getString("id")) : null,
                status.terminal() ? null : dialect.instant(row, "next_attempt_at"),
                status.terminal() ? List.of() : waits(row.getString("id"), row.getInt("waits_used")),
                row.getString("input"), row.getString("automatic_of_job_id"));
    }

    private List<Duration> waits(String jobId, int used) {
        int allowed = jdbc.sql("""
                select a.max_retry_count from submissions s join jimeng_accounts a on a.id = s.account_id
                 where s.job_id = :job order by s.attempt desc limit 1
                """).param("job", jobId).query(Integer.class).optional().orElse(UNTRIED);
        return settings.waits().toCome(used, allowed);
    }

    private JobView.NeedsAttention attention(ResultSet row) throws SQLException {
        String reason = row.getString("attention_reason");
        if (reason == null) {
            return null;
        }
        boolean listed = catalogue.byId(row.getString("provider_model_id")).map(Losing::listed).orElse(true);
        boolean adoptable = listed && (Attention.OUTCOME_UNKNOWN.word().equals(reason)
                || Attention.TASK_NOT_FOUND.word().equals(reason) || Attention.RESTORED.word().equals(reason));
        return new JobView.NeedsAttention(reason, row.getString("attention_detail"),
                dialect.instant(row, "attention_since"),
                adoptable ? List.of("retry", "adopt", "cancel") : List.of("retry", "cancel"));
    }

    private JobView.Failed failed(ResultSet row) throws SQLException {
        return row.getString("error_code") == null
                ? null
                : new JobView.Failed(ReadingJobs.lower(row.getString("error_code")), row.getString("error_message"),
                        row.getBoolean("error_retryable"), row.getString("provider_code"));
    }

    /** Jobs ahead in the same line; counted up to 1,000, because further ahead nobody counts. */
    private Integer position(String jobId) {
        return jdbc.sql("""
                select count(*) from (
                  select 1 as ahead from submissions o join submissions s on o.line = s.line
                   where s.open_key = :job and (o.priority > s.priority or (o.priority = s.priority
                     and (o.start_tag < s.start_tag or (o.start_tag = s.start_tag and o.id < s.id))))
                   limit 1000) a
                """).param("job", jobId).query(Integer.class).single();
    }
}
