package dev.atelier.db.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;

import dev.atelier.db.dialect.Dialect;

/** A row of audit_logs, with its place in the chain of its organisation; seq counts from 1. */
record Entry(String id, String orgId, long seq, String actor, String action, String subjectType, String subjectId,
        String requestId, String details, Instant at) {

    static Entry of(ResultSet row, Dialect dialect) throws SQLException {
        return new Entry(row.getString("id"), row.getString("org_id"), row.getLong("seq"), row.getString("actor"),
                row.getString("action"), row.getString("subject_type"), row.getString("subject_id"),
                row.getString("request_id"), row.getString("details"), dialect.instant(row, "created_at"));
    }

    /** In fixed order, each with its length before it, so that nothing can move from one field into the next. */
    String canonical() {
        List<String> fields = Arrays.asList(id, orgId, String.valueOf(seq), actor, action, subjectType, subjectId,
                requestId, details, String.valueOf(ChronoUnit.MICROS.between(Instant.EPOCH, at)));
        StringBuilder text = new StringBuilder();
        fields.forEach(field -> text.append(field == null ? "-" : field.length() + ":" + field).append('|'));
        return text.toString();
    }
}
