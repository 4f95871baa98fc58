package dev.atelier.db.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import com.fasterxml.jackson.core.type.TypeReference;

import dev.atelier.db.dialect.Dialect;
import dev.atelier.db.dialect.Ids;
import dev.atelier.db.dialect.Json;
import dev.atelier.db.job.JobChange;
import dev.atelier.db.job.JobListener;

/** Puts a delivery beside each change that somebody wants to hear of, in the change's own transaction. */
@Component
class QueueingWebhooks implements JobListener {

    private static final Set<String> UNLESS_SAID = Set.of("job.succeeded", "job.failed", "job.canceled");
    private static final TypeReference<Set<String>> EVENTS = new TypeReference<>() {
    };

    private final JdbcClient sql;
    private final Dialect dialect;
    private final DeliveryRows rows;
    private final WebhookSchedule schedule;

    QueueingWebhooks(JdbcClient sql, Dialect dialect, DeliveryRows rows, ObjectProvider<WebhookSchedule> schedule) {
        this.sql = sql;
        this.dialect = dialect;
        this.rows = rows;
        this.schedule = schedule.getIfAvailable(() -> WebhookSchedule.STANDARD);
    }

    private record Wish(String url, Set<String> events, Envelope.Job job) {

        boolean wants(String type) {
            return (events == null ? UNLESS_SAID : events).contains(type);
        }
    }

    @Override
    public void changed(JobChange change) {
        sql.sql("select * from generation_jobs where id = ? and webhook_url is not null").param(change.jobId())
                .query((row, number) -> wish(row)).optional().filter(wish -> wish.wants(change.type()))
                .ifPresent(wish -> queue(change, wish));
    }

    private void queue(JobChange change, Wish wish) {
        Envelope envelope = new Envelope(change.type(), Envelope.at(change.at()), wish.job());
        rows.insert(new Delivery(Ids.next(), change.orgId(), change.jobId(), "evt_" + Ids.next(), change.type(),
                wish.url(), Json.write(envelope), 1), change.at().plus(schedule.first()), change.at());
    }

    private Wish wish(ResultSet row) throws SQLException {
        String id = row.getString("id");
        Envelope.Job job = new Envelope.Job(id, "job", row.getString("kind"), row.getString("model_name"),
                row.getString("status"), row.getInt("attempt"), row.getString("project_id"),
                row.getString("request_id"), attention(row), failed(row), Envelope.most(outputs(id)),
                at(row, "created_at"), at(row, "started_at"), at(row, "completed_at"),
                row.getString("retry_of_job_id"));
        return new Wish(row.getString("webhook_url"), Json.read(row.getString("webhook_events"), EVENTS), job);
    }

    private Envelope.Attention attention(ResultSet row) throws SQLException {
        String reason = row.getString("attention_reason");
        return reason == null ? null : new Envelope.Attention(reason, at(row, "attention_since"));
    }

    private static Envelope.Failed failed(ResultSet row) throws SQLException {
        String code = row.getString("error_code");
        return code == null
                ? null
                : new Envelope.Failed(code, Envelope.shortened(row.getString("error_message")),
                        row.getBoolean("error_retryable"), row.getString("provider_code"));
    }

    private List<Envelope.Output> outputs(String jobId) {
        return sql.sql("""
                select id, kind, mime_type, size_bytes, sha256 from assets
                 where job_id = ? and lifecycle_state <> 'purged' and coalesce(role, '') <> 'late'
                 order by case when role = 'main' then 0 else 1 end, position, id
                """).param(jobId)
                .query((row, number) -> new Envelope.Output(row.getString("id"), row.getString("kind"),
                        row.getString("mime_type"), row.getLong("size_bytes"), row.getString("sha256")))
                .list();
    }

    private String at(ResultSet row, String column) throws SQLException {
        return Envelope.at(dialect.instant(row, column));
    }
}
