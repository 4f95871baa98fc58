package dev.atelier.db.attempt;

import org.springframework.stereotype.Component;

import dev.atelier.db.account.Lines;
import dev.atelier.db.dialect.Transactions;

/** Serves all lines of a provider, in a transaction of its own. */
@Component
public class ServingLines {

    private final Transactions transactions;
    private final Lines lines;

    ServingLines(Transactions transactions, Lines lines) {
        this.transactions = transactions;
        this.lines = lines;
    }

    public void serve(String provider) {
        transactions.run(() -> {
            lines.lock(provider);
            lines.serve(provider);
        });
    }
}
