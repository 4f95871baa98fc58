package dev.atelier.db.job;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

import dev.atelier.db.dialect.Dialect;
import dev.atelier.domain.Word;
import dev.atelier.domain.job.JobEnd;
import dev.atelier.domain.job.JobRef;
import dev.atelier.domain.job.JobStatus;
import dev.atelier.domain.job.Kind;

/** What decides about a job. */
record JobRow(String id, String orgId, String projectId, Kind kind, String provider, String model, String modelId,
        JobStatus status, int priority, int waitsUsed, Instant deadline, Instant cancelRequestedAt, String attention,
        Instant attentionSince, String attentionDetail, Instant nextAttemptAt, String errorCode, String errorMessage,
        Instant createdAt, Instant startedAt) {

    JobRef ref() {
        return new JobRef(id, orgId, kind, provider);
    }

    boolean parked() {
        return attention != null;
    }

    JobEnd end() {
        return new JobEnd(status, errorCode, errorMessage);
    }

    static JobRow read(ResultSet row, Dialect dialect) throws SQLException {
        return new JobRow(row.getString("id"), row.getString("org_id"), row.getString("project_id"),
                Word.of(Kind.class, row.getString("kind")), row.getString("provider"), row.getString("model_name"),
                row.getString("provider_model_id"), Word.of(JobStatus.class, row.getString("status")),
                row.getInt("priority"), row.getInt("waits_used"), dialect.instant(row, "deadline"),
                dialect.instant(row, "cancel_requested_at"), row.getString("attention_reason"),
                dialect.instant(row, "attention_since"), row.getString("attention_detail"),
                dialect.instant(row, "next_attempt_at"), row.getString("error_code"), row.getString("error_message"),
                dialect.instant(row, "created_at"), dialect.instant(row, "started_at"));
    }
}
