package dev.atelier.db.account;

import java.net.URI;
import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.atelier.db.secret.Secrets;
import dev.atelier.domain.provider.Credential;

@Component
public class OpeningCredentials {

    private final AccountRows rows;
    private final Secrets secrets;

    OpeningCredentials(AccountRows rows, Secrets secrets) {
        this.rows = rows;
        this.secrets = secrets;
    }

    /** Also of accounts that are switched off or deleted: looking uses the account that submitted, always. */
    public Optional<Credential> of(String accountId) {
        return rows.anyOf(accountId)
                .map(row -> new Credential(row.id(), URI.create(row.baseUrl()),
                        secrets.open(row.sealed(), AccountDrafts.cell(row.id(), row.orgId()))));
    }
}
