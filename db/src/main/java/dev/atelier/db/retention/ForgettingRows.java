package dev.atelier.db.retention;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.atelier.db.DbSettings;
import dev.atelier.db.RetentionSettings;
import dev.atelier.db.dialect.Dialect;
import dev.atelier.db.dialect.Pace;
import dev.atelier.db.dialect.Transactions;
import dev.atelier.db.tenant.AllOrganisations;

/**
 * Deletes what has been kept long enough: found without a lock, deleted by id, as few rows a transaction as the machine
 * is busy. What was paid (submissions), audit and storyboard records always stay.
 */
@Component
class ForgettingRows {

    /** Looked up at once: finding costs more than deleting. */
    private static final int FOUND = 1_000;
    private static final Duration KEYS = Duration.ofDays(30);
    /** Alike within minutes is all that is ever asked of them. */
    private static final Duration TROUBLES = Duration.ofDays(30);
    /** Jobs that ended badly, whose time has come, and whose files, should there be any, are gone. */
    private static final String EXPIRED_JOB = """
            j.org_id = :org and ((j.status = 'failed' and j.created_at < :before and j.completed_at < :before)
              or (j.status in ('failed', 'canceled') and j.auto_cleanup_at < :now))
              and not exists (select 1 from assets a where a.job_id = j.id and a.lifecycle_state <> 'purged')
            """;

    private final JdbcClient jdbc;
    private final Dialect dialect;
    private final Transactions transactions;
    private final Clock clock;
    private final RetentionSettings settings;
    private final Pace jobs;
    private final Pace requests;
    private final Pace keys;
    private final Pace judgements;
    private final Pace troubles;

    ForgettingRows(JdbcClient jdbc, Dialect dialect, Transactions transactions, Clock clock, DbSettings settings) {
        this.settings = settings.retention();
        this.jobs = new Pace(this.settings.batch());
        this.requests = new Pace(this.settings.batch());
        this.keys = new Pace(this.settings.batch());
        this.judgements = new Pace(this.settings.batch());
        this.troubles = new Pace(this.settings.batch());
        this.jdbc = jdbc;
        this.dialect = dialect;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Some failed jobs with their events, deliveries and outputs; the answer is their number. */
    public int jobs(String orgId, RetentionPolicy policy) {
        return jobs.through(expired(
                "select j.id from generation_jobs j where " + EXPIRED_JOB + " limit " + FOUND,
                orgId, days(policy.failedJobsDays())),
                some -> transactions.in(settings.statement(), () -> forget(orgId, some, policy)));
    }

    private int forget(String orgId, List<String> jobs, RetentionPolicy policy) {
        List<String> mine = jdbc.sql("select j.id from generation_jobs j where j.id in (:ids) and " + EXPIRED_JOB
                + " for update").param("ids", jobs).param("org", orgId)
                .param("before", dialect.instant(days(policy.failedJobsDays())))
                .param("now", dialect.instant(clock.instant())).query(String.class).list();
        if (mine.isEmpty()) {
            return 0;
        }
        for (String table : List.of("job_events", "webhook_deliveries", "conversions")) {
            jdbc.sql("delete from " + table + " where job_id in (:ids)").param("ids", mine).update();
        }
        return jdbc.sql("delete from generation_jobs where id in (:ids)").param("ids", mine).update();
    }

    /** Some of what was said to and by providers. */
    public int requests(String orgId, RetentionPolicy policy) {
        return requests.through(
                expired("select id from provider_requests where org_id = :org and created_at < :before"
                        + " order by created_at limit " + FOUND, orgId, days(policy.requestsDays())),
                some -> deleted("provider_requests", some));
    }

    /** Some judgements of moderation, after the term of failed jobs. */
    public int judgements(String orgId, RetentionPolicy policy) {
        return judgements.through(
                expired("select id from moderation_events where org_id = :org and created_at < :before"
                        + " order by created_at limit " + FOUND, orgId, days(policy.failedJobsDays())),
                some -> deleted("moderation_events", some));
    }

    /** Some of what befell accounts long ago. */
    public int troubles(AllOrganisations leave) {
        return troubles.through(jdbc.sql("select id from account_troubles where happened_at < :before"
                + " order by happened_at limit " + FOUND)
                .param("before", dialect.instant(clock.instant().minus(TROUBLES))).query(String.class).list(),
                some -> deleted("account_troubles", some));
    }

    private int deleted(String table, List<String> ids) {
        return transactions.in(settings.statement(),
                () -> jdbc.sql("delete from " + table + " where id in (:ids)").param("ids", ids).update());
    }

    /** Some idempotency keys nobody may rely on any more. */
    public int keys(AllOrganisations leave) {
        List<Key> old = jdbc.sql("""
                select org_id, api_key_id, method, route, idem_key from idempotency_keys
                 where created_at < :before order by created_at limit %d
                """.formatted(FOUND)).param("before", dialect.instant(clock.instant().minus(KEYS)))
                .query((row, n) -> new Key(row.getString(1), row.getString(2), row.getString(3), row.getString(4),
                        row.getString(5)))
                .list();
        return keys.through(old, some -> transactions.in(settings.statement(),
                () -> some.stream().mapToInt(this::delete).sum()));
    }

    private int delete(Key key) {
        return jdbc.sql("""
                delete from idempotency_keys where org_id = ? and api_key_id = ? and method = ? and route = ?
                   and idem_key = ?
                """).params(key.org(), key.caller(), key.method(), key.route(), key.key()).update();
    }

    /** How many would go now. */
    public Expired count(String orgId, RetentionPolicy policy) {
        return new Expired(
                counted("select count(*) from generation_jobs j where " + EXPIRED_JOB, orgId, policy.failedJobsDays()),
                counted("select count(*) from provider_requests where org_id = :org and created_at < :before", orgId,
                        policy.requestsDays()));
    }

    private int counted(String sql, String orgId, int days) {
        return jdbc.sql(sql).param("org", orgId).param("before", dialect.instant(days(days)))
                .param("now", dialect.instant(clock.instant())).query(Integer.class).single();
    }

    private List<String> expired(String sql, String orgId, Instant before) {
        return jdbc.sql(sql).param("org", orgId).param("before", dialect.instant(before))
                .param("now", dialect.instant(clock.instant())).query(String.class).list();
    }

    private Instant days(int days) {
        return clock.instant().minus(Duration.ofDays(days));
    }

    public record Expired(int jobs, int requests) {
    }

    private record Key(String org, String caller, String method, String route, String key) {
    }
}
