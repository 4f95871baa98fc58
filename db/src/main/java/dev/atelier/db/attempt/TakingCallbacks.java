package dev.atelier.db.attempt;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.atelier.db.dialect.Dialect;
import dev.atelier.db.dialect.Transactions;

/** What a provider's callback does: the attempt's next look is due now. It says nothing, so it may come as it likes. */
@Component
public class TakingCallbacks {

    /** Whoever calls again and again makes us look no more often than this. */
    private static final Duration BETWEEN = Duration.ofSeconds(1);

    private final HookTokens tokens;
    private final Ledger ledger;
    private final JdbcClient jdbc;
    private final Dialect dialect;
    private final Transactions transactions;
    private final Clock clock;

    TakingCallbacks(HookTokens tokens, Ledger ledger, JdbcClient jdbc, Dialect dialect, Transactions transactions,
            Clock clock) {
        this.tokens = tokens;
        this.ledger = ledger;
        this.jdbc = jdbc;
        this.dialect = dialect;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The attempt that this address was made for. */
    public Optional<SubmissionRow> attempt(String provider, String token) {
        return tokens.attempt(provider, token).flatMap(ledger::byId).filter(row -> row.provider().equals(provider));
    }

    /**
     * Only of a task that is known: lost requests are looked for at a pace of their own, which is part of the proof.
     *
     * @return whether the next look comes earlier for it
     */
    public boolean nudged(SubmissionRow row) {
        Instant now = Instant.now(clock);
        return transactions.in(() -> jdbc.sql("""
                update submissions
                   set next_look_at = case when updated_at <= :calm then :now else :soon end
                 where id = :id and remote_task_id is not null and state in ('sent', 'written_off')
                   and next_look_at > case when updated_at <= :calm then :now else :soon end
                """).param("calm", dialect.instant(now.minus(BETWEEN))).param("now", dialect.instant(now))
                .param("soon", dialect.instant(now.plus(BETWEEN))).param("id", row.id()).update() == 1);
    }
}
