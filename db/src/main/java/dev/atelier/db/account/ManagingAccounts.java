package dev.atelier.db.account;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

import dev.atelier.db.DbSettings;
import dev.atelier.db.PoolSettings;
import dev.atelier.db.dialect.Transactions;
import dev.atelier.db.secret.Secrets;
import dev.atelier.db.tenant.AllOrganisations;
import dev.atelier.domain.catalogue.Violation;

/** The pool as operators keep it. Whatever may raise the supply serves the lines in the same transaction. */
@Component
public class ManagingAccounts {

    private final AccountRows rows;
    private final AccountViews views;
    private final AccountRules rules;
    private final AccountDrafts drafts;
    private final Secrets secrets;
    private final Lines lines;
    private final Transactions transactions;
    private final PoolSettings settings;
    private final Clock clock;

    ManagingAccounts(AccountRows rows, AccountViews views, AccountRules rules, AccountDrafts drafts, Secrets secrets,
            Lines lines, Transactions transactions, DbSettings settings, Clock clock) {
        this.rows = rows;
        this.views = views;
        this.rules = rules;
        this.drafts = drafts;
        this.secrets = secrets;
        this.lines = lines;
        this.transactions = transactions;
        this.settings = settings.pool();
        this.clock = clock;
    }

    public Optional<AccountView> get(AllOrganisations leave, String id) {
        return views.find(id);
    }

    /** At most {@code limit} + 1 accounts: the one too many tells that there is more. */
    public List<AccountView> list(AllOrganisations leave, AccountFilter filter) {
        return views.list(filter);
    }

    /** A credential that was deleted from the pool comes back as the row it was, with its counters. */
    public AccountAnswer create(NewAccount account) {
        List<Violation> violations = rules.violations(account);
        if (!violations.isEmpty()) {
            return new AccountAnswer.Invalid(violations);
        }
        String fingerprint = secrets.fingerprint(account.secret());
        String liveKey = AccountRow.liveKey(fingerprint, account.site(), account.provider());
        try {
            return transactions.in(() -> {
                lines.lock(account.provider());
                Optional<AccountRow> before = rows.deleted(fingerprint, account.site(), account.provider());
                String id = before.map(deleted -> revive(deleted, account)).orElseGet(() -> insert(account));
                lines.serve(account.provider());
                return new AccountAnswer.Done(views.find(id).orElseThrow(), before.isPresent());
            });
        } catch (DuplicateKeyException inThePool) {
            return new AccountAnswer.Duplicate(rows.live(liveKey).orElseThrow(() -> inThePool));
        }
    }

    private String insert(NewAccount account) {
        AccountRow row = drafts.fresh(account, clock.instant());
        rows.insert(row);
        rows.begins(row.id(), settings.warmUp().isZero() ? null : row.created().plus(settings.warmUp()));
        drafts.media(account).forEach((medium, is) -> rows.write(row.id(), medium, is));
        return row.id();
    }

    private String revive(AccountRow deleted, NewAccount account) {
        rows.update(drafts.revived(deleted, account, clock.instant()));
        rows.begins(deleted.id(), null);
        drafts.media(account, rows.media(deleted.id()))
                .forEach((medium, is) -> rows.write(deleted.id(), medium, is));
        return deleted.id();
    }

    public AccountAnswer change(AllOrganisations leave, String id, AccountChange change) {
        Optional<String> provider = rows.provider(id);
        if (provider.isEmpty()) {
            return new AccountAnswer.Missing();
        }
        List<Violation> violations = rules.violations(change, provider.get());
        if (!violations.isEmpty()) {
            return new AccountAnswer.Invalid(violations);
        }
        try {
            return transactions.in(() -> {
                lines.lock(provider.get());
                AccountAnswer answer = changeLocked(id, change);
                lines.serve(provider.get());
                return answer;
            });
        } catch (DuplicateKeyException sameCredential) {
            AccountRow row = rows.anyOf(id).orElseThrow();
            return new AccountAnswer.Duplicate(
                    rows.live(AccountRow.liveKey(secrets.fingerprint(change.secret()), row.site(), row.provider()))
                            .orElseThrow(() -> sameCredential));
        }
    }

    private AccountAnswer changeLocked(String id, AccountChange change) {
        Optional<AccountRow> before = rows.locked(id);
        if (before.isEmpty()) {
            return new AccountAnswer.Missing();
        }
        if (change.version() != null && change.version() != before.get().version()) {
            return new AccountAnswer.Stale(views.find(id).orElseThrow());
        }
        rows.update(drafts.changed(before.get(), change, clock.instant()));
        if (change.secret() != null) {
            rows.begins(id, null);
        }
        drafts.changed(rows.media(id), before.get().status(), change, clock.instant())
                .forEach((medium, is) -> rows.write(id, medium, is));
        return new AccountAnswer.Done(views.find(id).orElseThrow(), false);
    }

    /** What it has submitted is still looked after; its slots come free as those tasks end. */
    public AccountAnswer delete(AllOrganisations leave, String id, String by) {
        return transactions.in(() -> rows.locked(id).<AccountAnswer>map(row -> {
            AccountView last = views.find(id).orElseThrow();
            rows.update(drafts.deleted(row, by, clock.instant()));
            return new AccountAnswer.Done(last, false);
        }).orElseGet(AccountAnswer.Missing::new));
    }
}
