package dev.atelier.db.attempt;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.atelier.db.dialect.Dialect;
import dev.atelier.db.dialect.Transactions;

/** Holds all submits of the house; the intent itself looks at it, so nothing slips through between look and send. */
@Component
public class SubmitHolds {

    private final JdbcClient jdbc;
    private final Dialect dialect;
    private final Transactions transactions;
    private final Clock clock;

    SubmitHolds(JdbcClient jdbc, Dialect dialect, Transactions transactions, Clock clock) {
        this.jdbc = jdbc;
        this.dialect = dialect;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Does nothing more when it is held by this name already. */
    public void hold(String name, String reason) {
        transactions.run(() -> jdbc
                .sql("insert into submit_holds (name, reason, since) values (:name, :reason, :now) "
                        + dialect.orNothing("name"))
                .param("name", name).param("reason", reason).param("now", dialect.instant(Instant.now(clock)))
                .update());
    }

    /** Why nothing is submitted now; empty: it is. */
    public Optional<String> standing() {
        return jdbc.sql("select reason from submit_holds order by since limit 1").query(String.class).optional();
    }

    /** Inside the caller's transaction, which tells the jobs that have waited. */
    public boolean release(String name) {
        return jdbc.sql("delete from submit_holds where name = :name").param("name", name).update() == 1;
    }
}
