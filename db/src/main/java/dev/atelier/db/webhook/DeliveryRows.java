package dev.atelier.db.webhook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.atelier.db.dialect.Dialect;

@Component
class DeliveryRows {

    private static final int LONGEST_ERROR = 1_000;

    private final JdbcClient sql;
    private final Dialect dialect;

    DeliveryRows(JdbcClient sql, Dialect dialect) {
        this.sql = sql;
        this.dialect = dialect;
    }

    void insert(Delivery delivery, Instant nextTry, Instant now) {
        sql.sql("""
                insert into webhook_deliveries (id, org_id, job_id, event_id, event_type, url, url_hash, payload,
                    attempt, status, next_try_at, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'pending', ?, ?)
                """).param(delivery.id()).param(delivery.orgId()).param(delivery.jobId()).param(delivery.eventId())
                .param(delivery.eventType()).param(delivery.url()).param(hash(delivery.url()))
                .param(delivery.payload()).param(delivery.attempt()).param(dialect.instant(nextTry))
                .param(dialect.instant(now)).update();
    }

    List<Delivery> due(Instant now, int limit) {
        return sql.sql("""
                select * from webhook_deliveries where next_try_at <= ? order by next_try_at, id limit ?
                """).param(dialect.instant(now)).param(limit).query((row, number) -> delivery(row)).list();
    }

    Optional<Delivery> find(String id) {
        return sql.sql("select * from webhook_deliveries where id = ?").param(id)
                .query((row, number) -> delivery(row)).optional();
    }

    /** False when another has recorded this try before. */
    boolean tried(String id, String status, Integer httpStatus, String error, Duration took, Instant now) {
        return sql.sql("""
                update webhook_deliveries
                   set status = ?, next_try_at = null, http_status = ?, error = ?, duration_ms = ?, tried_at = ?
                 where id = ? and status = 'pending'
                """).param(status).param(httpStatus).param(shortened(error))
                .param((int) Math.min(took.toMillis(), Integer.MAX_VALUE)).param(dialect.instant(now)).param(id)
                .update() == 1;
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(row.getString("id"), row.getString("org_id"), row.getString("job_id"),
                row.getString("event_id"), row.getString("event_type"), row.getString("url"),
                row.getString("payload"), row.getInt("attempt"));
    }

    private static String shortened(String error) {
        return error == null || error.length() <= LONGEST_ERROR ? error : error.substring(0, LONGEST_ERROR);
    }

    private static String hash(String url) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(url.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("this Java has no SHA-256", missing);
        }
    }
}
