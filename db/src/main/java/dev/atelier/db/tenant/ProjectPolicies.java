package dev.atelier.db.tenant;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.core.type.TypeReference;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.atelier.db.audit.Auditing;
import dev.atelier.db.dialect.Ids;
import dev.atelier.db.dialect.Json;
import dev.atelier.db.dialect.Transactions;

/** What a project lets happen without asking a person. */
@Component
public class ProjectPolicies {

    private static final TypeReference<List<String>> WORDS = new TypeReference<>() {
    };

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final Auditing auditing;

    ProjectPolicies(JdbcClient jdbc, Transactions transactions, Auditing auditing) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.auditing = auditing;
    }

    /**
     * @param maybeUsd        what all requests together may cost, US dollars, that are sent again although an earlier
     *                        one may have been paid; 0: none is
     * @param maybeSpentUsd   how much of that has been used up
     * @param keepLateResults results that come after their job went on without them are kept as assets beside it
     * @param autoConversions what is made of each finished 3D model: {@link #AUTOMATIC}
     */
    public record Policy(String projectId, String name, BigDecimal maybeUsd, BigDecimal maybeSpentUsd,
            boolean keepLateResults, List<String> autoConversions) {
    }

    /** What a project may have made of each finished 3D model without asking for it. */
    public static final List<String> AUTOMATIC = List.of("preview", "lods", "usdz");

    public List<Policy> list(String orgId) {
        return jdbc.sql("select * from projects where org_id = :org order by name limit 1000").param("org", orgId)
                .query((row, n) -> read(row)).list();
    }

    public Optional<Policy> find(String orgId, String projectId) {
        if (!Ids.looksRight(projectId)) {
            return Optional.empty();
        }
        return jdbc.sql("select * from projects where org_id = :org and id = :id").param("org", orgId)
                .param("id", projectId).query((row, n) -> read(row)).optional();
    }

    /** Null leaves a value as it is; empty: the organisation has no such project. */
    public Optional<Policy> change(String orgId, String projectId, BigDecimal maybeUsd, Boolean keepLateResults,
            List<String> autoConversions, String actor) {
        if (!Ids.looksRight(projectId)) {
            return Optional.empty();
        }
        transactions.run(() -> {
            int changed = jdbc.sql("""
                    update projects set maybe_usd = coalesce(:usd, maybe_usd),
                           late_results = coalesce(:late, late_results),
                           auto_conversions = coalesce(:auto, auto_conversions)
                     where org_id = :org and id = :id
                    """).param("usd", maybeUsd)
                    .param("late", keepLateResults == null ? null : keepLateResults ? "keep" : "discard")
                    .param("auto", autoConversions == null ? null : Json.write(autoConversions))
                    .param("org", orgId).param("id", projectId).update();
            // What may be spent is a matter of money: who allowed it must be known.
            if (changed == 1) {
                auditing.record(orgId, actor, "project.policy", "project", projectId, null);
            }
        });
        return find(orgId, projectId);
    }

    /** Takes it from what a maybe may still cost; false when that is less. Within the caller's transaction. */
    public boolean spend(String orgId, String projectId, BigDecimal usd) {
        return jdbc.sql("""
                update projects set maybe_spent_usd = maybe_spent_usd + :usd
                 where org_id = :org and id = :id and maybe_spent_usd + :usd <= maybe_usd
                """).param("usd", usd).param("org", orgId).param("id", projectId).update() == 1;
    }

    private static Policy read(ResultSet row) throws SQLException {
        return new Policy(row.getString("id"), row.getString("name"), row.getBigDecimal("maybe_usd"),
                row.getBigDecimal("maybe_spent_usd"), "keep".equals(row.getString("late_results")),
                Json.readOr(List.of(), row.getString("auto_conversions"), WORDS));
    }
}
