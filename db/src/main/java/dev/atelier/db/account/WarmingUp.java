package dev.atelier.db.account;

import java.time.Instant;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.atelier.db.dialect.Dialect;
import dev.atelier.db.dialect.Transactions;

/** Ends the time in which a new account has fewer slots; what is then free goes to whom it belongs. */
@Component
public class WarmingUp {

    private final JdbcClient sql;
    private final Dialect dialect;
    private final Lines lines;
    private final Transactions transactions;

    WarmingUp(JdbcClient sql, Dialect dialect, Lines lines, Transactions transactions) {
        this.sql = sql;
        this.dialect = dialect;
        this.lines = lines;
        this.transactions = transactions;
    }

    /** @return how many accounts are warm now */
    public int end(Instant now) {
        return sql.sql("select distinct provider from jimeng_accounts where warm_until <= ? order by provider")
                .param(dialect.instant(now)).query(String.class).list().stream()
                .mapToInt(provider -> transactions.in(() -> {
                    lines.lock(provider);
                    int warm = sql
                            .sql("update jimeng_accounts set warm_until = null where provider = ? and warm_until <= ?")
                            .param(provider).param(dialect.instant(now)).update();
                    lines.serve(provider);
                    return warm;
                })).sum();
    }
}
