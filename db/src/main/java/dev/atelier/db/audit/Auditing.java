package dev.atelier.db.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import dev.atelier.db.dialect.Dialect;
import dev.atelier.db.dialect.Ids;

/**
 * One row per deletion, publication, download and generation, in the change's own transaction, chained to the row
 * before it. Locks the head of the organisation's chain: call it last, after every other lock.
 */
@Component
public class Auditing {

    private final JdbcClient sql;
    private final Dialect dialect;
    private final HeadRows heads;
    private final Chain chain;
    private final Clock clock;

    Auditing(JdbcClient sql, Dialect dialect, HeadRows heads, Chain chain, Clock clock) {
        this.sql = sql;
        this.dialect = dialect;
        this.heads = heads;
        this.chain = chain;
        this.clock = clock;
    }

    public void record(String orgId, String actor, String action, String subjectType, String subjectId,
            String requestId) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("an audit row is written in the transaction of the change it tells of");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        HeadRows.Head head = heads.locked(orgId, now);
        // Never earlier than the row before: then a dropped month is always the beginning of the chain.
        Instant at = now.isBefore(head.lastAt()) ? head.lastAt() : now;
        Entry entry = new Entry(Ids.next(), orgId, head.seq() + 1, actor == null ? "unknown" : actor, action,
                subjectType, subjectId, requestId, null, at);
        String hash = chain.hash(head.hash(), entry);
        insert(entry, head.hash(), hash);
        heads.move(orgId, entry.seq(), hash, at);
    }

    private void insert(Entry entry, String before, String hash) {
        sql.sql("""
                insert into audit_logs (id, org_id, seq, actor, action, subject_type, subject_id, request_id,
                    created_at, prev_hash, row_hash)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """).param(entry.id()).param(entry.orgId()).param(entry.seq()).param(entry.actor())
                .param(entry.action()).param(entry.subjectType()).param(entry.subjectId()).param(entry.requestId())
                .param(dialect.instant(entry.at())).param(before).param(hash).update();
    }
}
