package dev.atelier.db.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.atelier.db.dialect.Dialect;

/** The ends of the chains. */
@Component
class HeadRows {

    private final JdbcClient sql;
    private final Dialect dialect;

    HeadRows(JdbcClient sql, Dialect dialect) {
        this.sql = sql;
        this.dialect = dialect;
    }

    /** @param unchained rows from before there was a chain */
    record Head(String orgId, long seq, String hash, Instant lastAt, long unchained) {
    }

    /** Locked until the transaction ends: the chain has no two rows of one number. */
    Head locked(String orgId, Instant now) {
        return find(orgId, " for update").orElseGet(() -> {
            sql.sql("insert into audit_heads (org_id, seq, row_hash, last_at) values (?, 0, ?, ?)"
                    + dialect.orNothing("org_id")).param(orgId).param(Chain.BEGINNING).param(dialect.instant(now))
                    .update();
            return find(orgId, " for update").orElseThrow();
        });
    }

    Optional<Head> find(String orgId) {
        return find(orgId, "");
    }

    private Optional<Head> find(String orgId, String how) {
        return sql.sql("select * from audit_heads where org_id = ?" + how).param(orgId)
                .query((row, number) -> new Head(row.getString("org_id"), row.getLong("seq"),
                        row.getString("row_hash"), dialect.instant(row, "last_at"), row.getLong("unchained")))
                .optional();
    }

    void move(String orgId, long seq, String hash, Instant at) {
        sql.sql("update audit_heads set seq = ?, row_hash = ?, last_at = ? where org_id = ?").param(seq).param(hash)
                .param(dialect.instant(at)).param(orgId).update();
    }

    /** Also of those that have rows and, against the rule, no head. */
    List<String> organisations() {
        return sql.sql("select org_id from audit_heads union select org_id from audit_logs order by 1")
                .query(String.class).list();
    }
}
