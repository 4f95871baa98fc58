package dev.atelier.db.account;

import java.net.URI;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import dev.atelier.db.dialect.Transactions;
import dev.atelier.db.secret.Cell;
import dev.atelier.db.secret.Secrets;
import dev.atelier.domain.provider.Credential;

@Component
public class OpeningCredentials {

    private static final Logger log = LoggerFactory.getLogger(OpeningCredentials.class);

    private final AccountRows rows;
    private final Secrets secrets;
    private final Transactions transactions;

    OpeningCredentials(AccountRows rows, Secrets secrets, Transactions transactions) {
        this.rows = rows;
        this.secrets = secrets;
        this.transactions = transactions;
    }

    /**
     * Also of accounts that are switched off or deleted: looking uses the account that submitted, always. A credential
     * that an older key sealed is sealed with today's in passing.
     */
    public Optional<Credential> of(String accountId) {
        return rows.anyOf(accountId).map(this::open);
    }

    private Credential open(AccountRow row) {
        Cell cell = AccountDrafts.cell(row.id(), row.orgId());
        String clear = secrets.open(row.sealed(), cell);
        secrets.renewed(row.sealed(), cell).ifPresent(renewed -> {
            if (transactions.in(() -> rows.resealed(row, renewed))) {
                log.info("credential of account {} is sealed with the new key", row.id());
            }
        });
        URI proxy = rows.proxy(row.id())
                .map(sealed -> URI.create(secrets.open(sealed, AccountDrafts.proxyCell(row.id(), row.orgId()))))
                .orElse(null);
        return new Credential(row.id(), URI.create(row.baseUrl()), clear, row.site(), proxy);
    }
}
