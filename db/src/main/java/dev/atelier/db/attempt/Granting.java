package dev.atelier.db.attempt;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.atelier.db.dialect.Dialect;
import dev.atelier.domain.line.Grant;

/** Turns a pairing into rows; a job withdrawn in the meantime is passed over. */
@Component
class Granting {

    private final JdbcClient jdbc;
    private final Dialect dialect;
    private final Clock clock;
    private final List<GrantListener> listeners;

    Granting(JdbcClient jdbc, Dialect dialect, Clock clock, List<GrantListener> listeners) {
        this.jdbc = jdbc;
        this.dialect = dialect;
        this.clock = clock;
        this.listeners = listeners;
    }

    void grant(Grant grant) {
        int given = jdbc.sql("""
                update submissions set state = 'granted', line = null, account_id = :account, held_by = :account,
                       slot = :slot, granted_at = :now, updated_at = :now
                 where id = :id and state = 'waiting'
                """).param("account", grant.accountId()).param("slot", grant.slot())
                .param("now", dialect.instant(Instant.now(clock))).param("id", grant.submissionId()).update();
        if (given == 1) {
            String job = jdbc.sql("select job_id from submissions where id = :id").param("id", grant.submissionId())
                    .query(String.class).single();
            listeners.forEach(listener -> listener.granted(job));
        }
    }
}
