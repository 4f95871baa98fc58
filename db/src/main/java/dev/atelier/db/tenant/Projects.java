package dev.atelier.db.tenant;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.stereotype.Component;

import dev.atelier.db.dialect.Ids;
import dev.atelier.db.dialect.Transactions;

@Component
public class Projects {

    private final ProjectRows rows;
    private final JdbcAggregateOperations aggregates;
    private final Transactions transactions;
    private final Clock clock;

    Projects(ProjectRows rows, JdbcAggregateOperations aggregates, Transactions transactions, Clock clock) {
        this.rows = rows;
        this.aggregates = aggregates;
        this.transactions = transactions;
        this.clock = clock;
    }

    public boolean has(String orgId, String projectId) {
        return Ids.looksRight(projectId) && rows.existsByOrgIdAndId(orgId, projectId);
    }

    /** The id of the organisation's project of this name, which is made if there is none. */
    public String ensure(String orgId, String name) {
        return rows.findByOrgIdAndName(orgId, name).map(ProjectRow::id).orElseGet(() -> make(orgId, name));
    }

    private String make(String orgId, String name) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ProjectRow made = new ProjectRow(Ids.next(), orgId, name, "private", now, now);
        try {
            return transactions.in(() -> aggregates.insert(made)).id();
        } catch (DuplicateKeyException madeByAnother) {
            return rows.findByOrgIdAndName(orgId, name).orElseThrow(() -> madeByAnother).id();
        }
    }
}
