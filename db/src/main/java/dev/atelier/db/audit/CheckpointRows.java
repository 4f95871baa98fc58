package dev.atelier.db.audit;

import java.time.Instant;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.atelier.db.dialect.Dialect;

/** What stays of dropped rows: the number and the hash of the last one. */
@Component
class CheckpointRows {

    private final JdbcClient sql;
    private final Dialect dialect;
    private final Chain chain;

    CheckpointRows(JdbcClient sql, Dialect dialect, Chain chain) {
        this.sql = sql;
        this.dialect = dialect;
        this.chain = chain;
    }

    /** The hash of that row; empty where no genuine checkpoint tells it. */
    Optional<String> hash(String orgId, long seq) {
        record Point(String hash, String mac) {
        }
        return sql.sql("select row_hash, mac from audit_checkpoints where org_id = ? and seq = ?").param(orgId)
                .param(seq).query((row, number) -> new Point(row.getString("row_hash"), row.getString("mac")))
                .optional().filter(point -> point.mac().equals(chain.checkpoint(orgId, seq, point.hash())))
                .map(Point::hash);
    }

    void keep(String orgId, long seq, String hash, Instant now) {
        sql.sql("insert into audit_checkpoints (org_id, seq, row_hash, mac, created_at) values (?, ?, ?, ?, ?)"
                + dialect.orNothing("seq")).param(orgId).param(seq).param(hash)
                .param(chain.checkpoint(orgId, seq, hash)).param(dialect.instant(now)).update();
    }
}
