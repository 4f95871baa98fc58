package dev.atelier.db.asset;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.atelier.db.DbSettings;
import dev.atelier.db.dialect.Dialect;
import dev.atelier.db.dialect.Pace;
import dev.atelier.db.dialect.Transactions;

/**
 * Active, archived, purged: above its quota an organisation's oldest assets are archived (still readable), and purged
 * when nobody has objected for a while; {@code retention_until} purges at its time.
 */
@Component
public class AgeingAssets {

    private static final String OVERDUE = """
            org_id = :org and ((lifecycle_state in ('active', 'archived') and retention_until < :now)
               or (lifecycle_state = 'archived' and updated_at < :archived))
            """;

    private final JdbcClient jdbc;
    private final Dialect dialect;
    private final DeletingAssets deleting;
    private final Transactions transactions;
    private final Clock clock;
    private final Storage storage;
    private final int batch;
    private final Pace pace;

    AgeingAssets(JdbcClient jdbc, Dialect dialect, DeletingAssets deleting, Transactions transactions, Clock clock,
            Storage storage, DbSettings settings) {
        this.batch = settings.retention().batch();
        this.pace = new Pace(batch);
        this.jdbc = jdbc;
        this.dialect = dialect;
        this.deleting = deleting;
        this.transactions = transactions;
        this.clock = clock;
        this.storage = storage;
    }

    /** Archives the oldest until the active ones fit the quota, at most a batch; the answer is how many. */
    public int archive(String orgId, long quotaBytes) {
        return pace.through(overQuota(orgId, quotaBytes), oldest -> transactions.in(() -> jdbc.sql("""
                update assets set lifecycle_state = 'archived', updated_at = :now
                 where org_id = :org and id in (:ids) and lifecycle_state = 'active'
                """).param("now", dialect.instant(clock.instant())).param("org", orgId).param("ids", oldest).update()));
    }

    /** Purges one batch of those whose time is over: each with its audit row, its object after the commit. */
    public int purge(String orgId, int archivedDays) {
        int purged = 0;
        for (String asset : overdue("select id from assets where " + OVERDUE + " limit " + batch, orgId, archivedDays)
                .query(String.class).list()) {
            if (deleting.delete(orgId, asset, "retention", null)) {
                purged++;
            }
        }
        return purged;
    }

    /** How many would be archived (at most a batch), and purged. */
    public Due due(String orgId, Long quotaBytes, int archivedDays) {
        return new Due(quotaBytes == null ? 0 : overQuota(orgId, quotaBytes).size(),
                overdue("select count(*) from assets where " + OVERDUE, orgId, archivedDays).query(Integer.class)
                        .single());
    }

    /** Rows whose object is gone: a promise that cannot be kept, for a person to see. Looks at {@code most} newest. */
    public List<String> withoutObject(String orgId, int most) {
        List<String> missing = new ArrayList<>();
        jdbc.sql("""
                select id, storage_key from assets where org_id = :org and lifecycle_state = 'active'
                 order by created_at desc limit :most
                """).param("org", orgId).param("most", most).query(row -> {
            if (!storage.has(row.getString("storage_key"))) {
                missing.add(row.getString("id"));
            }
        });
        return missing;
    }

    private List<String> overQuota(String orgId, long quotaBytes) {
        long over = jdbc.sql("""
                select coalesce(sum(size_bytes), 0) from assets where org_id = :org and lifecycle_state = 'active'
                """).param("org", orgId).query(Long.class).single() - quotaBytes;
        List<String> oldest = new ArrayList<>();
        for (Sized asset : over <= 0 ? List.<Sized>of() : oldest(orgId)) {
            if (over > 0) {
                oldest.add(asset.id());
                over -= asset.bytes();
            }
        }
        return oldest;
    }

    private List<Sized> oldest(String orgId) {
        return jdbc.sql("""
                select id, size_bytes from assets where org_id = :org and lifecycle_state = 'active'
                 order by created_at, id limit %d
                """.formatted(batch)).param("org", orgId)
                .query((row, n) -> new Sized(row.getString("id"), row.getLong("size_bytes"))).list();
    }

    private JdbcClient.StatementSpec overdue(String sql, String orgId, int archivedDays) {
        Instant now = clock.instant();
        return jdbc.sql(sql).param("org", orgId).param("now", dialect.instant(now)).param("archived",
                dialect.instant(now.minus(Duration.ofDays(archivedDays))));
    }

    public record Due(int toArchive, int toPurge) {
    }

    private record Sized(String id, long bytes) {
    }
}
