package dev.atelier.db.audit;

import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.atelier.db.dialect.Dialect;

/** Reads every chain from its beginning, or from the checkpoint that stands for dropped rows. */
@Component
public class VerifyingAudit {

    private static final int BATCH = 1_000;

    private final JdbcClient sql;
    private final Dialect dialect;
    private final HeadRows heads;
    private final CheckpointRows checkpoints;
    private final Chain chain;

    VerifyingAudit(JdbcClient sql, Dialect dialect, HeadRows heads, CheckpointRows checkpoints, Chain chain) {
        this.sql = sql;
        this.dialect = dialect;
        this.heads = heads;
        this.checkpoints = checkpoints;
        this.chain = chain;
    }

    public List<Verdict> all() {
        return heads.organisations().stream().map(this::verify).toList();
    }

    /** Rows that are written meanwhile lie behind the head that was read, and are left for the next time. */
    public Verdict verify(String orgId) {
        HeadRows.Head head = heads.find(orgId)
                .orElseGet(() -> new HeadRows.Head(orgId, 0, Chain.BEGINNING, null, 0));
        Walk walk = new Walk(head);
        long after = 0;
        for (List<Link> batch = batch(head, after); !batch.isEmpty(); batch = batch(head, after)) {
            for (Link link : batch) {
                if (!walk.step(link)) {
                    return walk.verdict();
                }
            }
            after = batch.getLast().entry().seq();
        }
        walk.end();
        return walk.verdict();
    }

    private record Link(Entry entry, String before, String hash) {
    }

    private List<Link> batch(HeadRows.Head head, long after) {
        return sql.sql("""
                select * from audit_logs where org_id = ? and seq > ? and seq <= ? order by seq, id limit ?
                """).param(head.orgId()).param(after).param(head.seq()).param(BATCH)
                .query((row, number) -> new Link(Entry.of(row, dialect), row.getString("prev_hash"),
                        row.getString("row_hash")))
                .list();
    }

    private long count(String orgId, String which, long upTo) {
        return sql.sql("select count(*) from audit_logs where org_id = ? and " + which).param(orgId).param(upTo)
                .query(Long.class).single();
    }

    /** In one statement: a row and the head that knows of it become visible at once. */
    private long behind(String orgId) {
        return sql.sql("""
                select count(*) from audit_logs l left join audit_heads h on h.org_id = l.org_id
                 where l.org_id = ? and l.seq > coalesce(h.seq, 0)
                """).param(orgId).query(Long.class).single();
    }

    private final class Walk {

        private final HeadRows.Head head;
        private long rows;
        private long last;
        private String hash = Chain.BEGINNING;
        private String broken;

        Walk(HeadRows.Head head) {
            this.head = head;
        }

        boolean step(Link link) {
            Entry entry = link.entry();
            if (rows == 0 && entry.seq() > 1) {
                resume(entry.seq() - 1);
            }
            String name = "row " + entry.seq() + " (" + entry.id() + ")";
            if (broken == null && entry.seq() != last + 1) {
                broken = entry.seq() <= last ? name + " is there twice" : missing(last + 1, entry.seq() - 1);
            } else if (broken == null && !chain.hash(hash, entry).equals(link.hash())) {
                broken = name + " was altered, moved or put in";
            } else if (broken == null && !hash.equals(link.before())) {
                broken = name + " does not follow the row before it";
            }
            rows += broken == null ? 1 : 0;
            last = entry.seq();
            hash = link.hash();
            return broken == null;
        }

        /** The rows up to this one were dropped, if a checkpoint says so. */
        private void resume(long dropped) {
            Optional<String> vouched = checkpoints.hash(head.orgId(), dropped);
            if (vouched.isEmpty()) {
                broken = missing(1, dropped) + ", and no checkpoint vouches for their dropping";
            }
            last = dropped;
            hash = vouched.orElse(hash);
        }

        void end() {
            if (rows == 0 && head.seq() > 0) {
                resume(head.seq());
            }
            if (broken == null && last != head.seq()) {
                broken = missing(last + 1, head.seq()) + " at the end";
            } else if (broken == null && !hash.equals(head.hash())) {
                broken = "the head does not hold the hash of row " + last;
            } else if (broken == null && rows != count(head.orgId(), "seq between 1 and ?", head.seq())) {
                broken = "a row is there twice";
            } else if (broken == null && count(head.orgId(), "seq < 1 and seq <= ?", 0) > head.unchained()) {
                broken = "there are rows outside the chain";
            } else if (broken == null && behind(head.orgId()) > 0) {
                broken = "there are rows behind the head";
            }
        }

        private static String missing(long from, long to) {
            return from == to ? "row " + from + " is missing" : "rows " + from + " to " + to + " are missing";
        }

        Verdict verdict() {
            return new Verdict(head.orgId(), rows, head.seq(), head.hash(), broken);
        }
    }
}
