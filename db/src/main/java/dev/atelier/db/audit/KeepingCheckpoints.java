package dev.atelier.db.audit;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.atelier.db.dialect.Dialect;
import dev.atelier.db.dialect.Transactions;

/** Before old audit rows are dropped: so that what follows them stays verifiable. */
@Component
public class KeepingCheckpoints {

    private final JdbcClient sql;
    private final Dialect dialect;
    private final Transactions transactions;
    private final HeadRows heads;
    private final CheckpointRows checkpoints;
    private final VerifyingAudit verifying;
    private final Clock clock;

    KeepingCheckpoints(JdbcClient sql, Dialect dialect, Transactions transactions, HeadRows heads,
            CheckpointRows checkpoints, VerifyingAudit verifying, Clock clock) {
        this.sql = sql;
        this.dialect = dialect;
        this.transactions = transactions;
        this.heads = heads;
        this.checkpoints = checkpoints;
        this.verifying = verifying;
        this.clock = clock;
    }

    /**
     * Keeps one checkpoint an organisation at its last row before {@code cutoff}.
     *
     * @return chains that do not verify: their rows must not be dropped; empty: all rows before it may be
     */
    public List<Verdict> before(Instant cutoff) {
        List<Verdict> broken = new ArrayList<>();
        for (String orgId : heads.organisations()) {
            Verdict verdict = verifying.verify(orgId);
            if (!verdict.whole()) {
                broken.add(verdict);
                continue;
            }
            last(orgId, cutoff).ifPresent(last -> transactions
                    .run(() -> checkpoints.keep(orgId, last.seq(), last.hash(), clock.instant())));
        }
        return broken;
    }

    private record Last(long seq, String hash) {
    }

    private Optional<Last> last(String orgId, Instant cutoff) {
        return sql.sql("""
                select seq, row_hash from audit_logs
                 where org_id = ? and seq > 0 and created_at < ? order by seq desc limit 1
                """).param(orgId).param(dialect.instant(cutoff))
                .query((row, number) -> new Last(row.getLong("seq"), row.getString("row_hash"))).optional();
    }
}
