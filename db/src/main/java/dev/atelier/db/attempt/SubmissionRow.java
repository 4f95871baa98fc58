package dev.atelier.db.attempt;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

import dev.atelier.db.dialect.Dialect;
import dev.atelier.domain.Word;
import dev.atelier.domain.attempt.SubmissionState;
import dev.atelier.domain.job.AttemptRef;
import dev.atelier.domain.job.Medium;

/**
 * One attempt: its place in line, its slot and its line of the ledger.
 *
 * @param open its job stands or falls with it; one that a person left behind is only looked after
 */
public record SubmissionRow(String id, String jobId, int attempt, String orgId, String provider, String model,
        Medium medium, SubmissionState state, String accountId, Integer slot, String remoteTaskId, Instant sendBefore,
        Instant aliveAt, Instant sentAt, Instant runsUntil, Instant absentSince, int findTries, int looks,
        String result, Instant cancelWantedAt, Instant cancelTriedAt, Instant endedAt, boolean open) {

    public AttemptRef ref() {
        return new AttemptRef(id, jobId, attempt);
    }

    static SubmissionRow read(ResultSet row, Dialect dialect) throws SQLException {
        return new SubmissionRow(row.getString("id"), row.getString("job_id"), row.getInt("attempt"),
                row.getString("org_id"), row.getString("provider"), row.getString("model"),
                Word.of(Medium.class, row.getString("medium")), Word.of(SubmissionState.class, row.getString("state")),
                row.getString("account_id"), row.getObject("slot") == null ? null : row.getInt("slot"),
                row.getString("remote_task_id"), dialect.instant(row, "send_before"), dialect.instant(row, "alive_at"),
                dialect.instant(row, "sent_at"), dialect.instant(row, "runs_until"),
                dialect.instant(row, "absent_since"), row.getInt("find_tries"), row.getInt("looks"),
                row.getString("result"), dialect.instant(row, "cancel_wanted_at"),
                dialect.instant(row, "cancel_tried_at"), dialect.instant(row, "ended_at"),
                row.getString("open_key") != null);
    }
}
