package dev.atelier.db.retention;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.atelier.db.dialect.Dialect;
import dev.atelier.db.dialect.Transactions;
import dev.atelier.db.tenant.AllOrganisations;

@Component
public class RetentionPolicies {

    private final JdbcClient jdbc;
    private final Dialect dialect;
    private final Transactions transactions;
    private final Clock clock;

    RetentionPolicies(JdbcClient jdbc, Dialect dialect, Transactions transactions, Clock clock) {
        this.jdbc = jdbc;
        this.dialect = dialect;
        this.transactions = transactions;
        this.clock = clock;
    }

    public void put(String orgId, RetentionPolicy policy) {
        transactions.run(() -> {
            jdbc.sql("delete from retention_policies where org_id = :org").param("org", orgId).update();
            jdbc.sql("""
                    insert into retention_policies (org_id, failed_jobs_days, requests_days, archived_days,
                        storage_quota_bytes, updated_at) values (:org, :failed, :requests, :archived, :quota, :now)
                    """).param("org", orgId).param("failed", policy.failedJobsDays())
                    .param("requests", policy.requestsDays()).param("archived", policy.archivedDays())
                    .param("quota", policy.storageQuotaBytes()).param("now", dialect.instant(clock.instant())).update();
        });
    }

    /** Of every organisation, by its id. */
    public Map<String, RetentionPolicy> all(AllOrganisations leave) {
        Map<String, RetentionPolicy> policies = new LinkedHashMap<>();
        jdbc.sql("""
                select o.id, p.failed_jobs_days, p.requests_days, p.archived_days, p.storage_quota_bytes
                  from orgs o left join retention_policies p on p.org_id = o.id order by o.id
                """).query((row, n) -> policies.put(row.getString("id"), row.getObject("failed_jobs_days") == null
                ? RetentionPolicy.USUAL
                : new RetentionPolicy(row.getInt("failed_jobs_days"), row.getInt("requests_days"),
                        row.getInt("archived_days"), row.getObject("storage_quota_bytes", Long.class))))
                .list();
        return policies;
    }
}
