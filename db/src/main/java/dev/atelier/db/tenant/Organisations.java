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
public class Organisations {

    private final OrgRows rows;
    private final JdbcAggregateOperations aggregates;
    private final Transactions transactions;
    private final Clock clock;

    Organisations(OrgRows rows, JdbcAggregateOperations aggregates, Transactions transactions, Clock clock) {
        this.rows = rows;
        this.aggregates = aggregates;
        this.transactions = transactions;
        this.clock = clock;
    }

    public boolean has(String orgId) {
        return Ids.looksRight(orgId) && rows.existsById(orgId);
    }

    /** The id of the organisation of this name, which is made if there is none. */
    public String ensure(String name) {
        return rows.findByName(name).map(OrgRow::id).orElseGet(() -> make(name));
    }

    private String make(String name) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        OrgRow made = new OrgRow(Ids.next(), name, "standard", "active", now, now);
        try {
            return transactions.in(() -> aggregates.insert(made)).id();
        } catch (DuplicateKeyException madeByAnother) {
            return rows.findByName(name).orElseThrow(() -> madeByAnother).id();
        }
    }
}
