package dev.atelier.db.account;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.atelier.db.dialect.Transactions;
import dev.atelier.db.secret.Secrets;
import dev.atelier.db.tenant.AllOrganisations;
import dev.atelier.domain.account.ProxyAddress;
import dev.atelier.domain.catalogue.Violation;

/** The way an account takes to its provider. It may hold a login: sealed like the credential, and never shown. */
@Component
public class LeadingAccounts {

    private final AccountRows rows;
    private final AccountViews views;
    private final Secrets secrets;
    private final Transactions transactions;
    private final Clock clock;

    LeadingAccounts(AccountRows rows, AccountViews views, Secrets secrets, Transactions transactions, Clock clock) {
        this.rows = rows;
        this.views = views;
        this.secrets = secrets;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @param proxy null: the straight way */
    public AccountAnswer lead(AllOrganisations leave, String id, String proxy, String by) {
        Optional<String> problem = Optional.ofNullable(proxy).flatMap(ProxyAddress::problem);
        if (problem.isPresent()) {
            return new AccountAnswer.Invalid(List.of(new Violation("url", problem.get())));
        }
        return transactions.in(() -> rows.locked(id).<AccountAnswer>map(row -> {
            String sealed = proxy == null
                    ? null
                    : secrets.seal(proxy.strip(), AccountDrafts.proxyCell(row.id(), row.orgId()));
            rows.led(row, sealed, clock.instant(), AccountDrafts.actor(by));
            return new AccountAnswer.Done(views.find(id).orElseThrow(), false);
        }).orElseGet(AccountAnswer.Missing::new));
    }
}
