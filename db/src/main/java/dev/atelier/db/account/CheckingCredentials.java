package dev.atelier.db.account;

import java.time.Clock;
import java.util.Collection;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.atelier.db.dialect.Dialect;
import dev.atelier.db.dialect.Transactions;
import dev.atelier.db.tenant.AllOrganisations;
import dev.atelier.domain.account.CredentialState;

/** A new credential is shown to its provider once, where that costs nothing, before many jobs find out. */
@Component
public class CheckingCredentials {

    private static final Logger log = LoggerFactory.getLogger(CheckingCredentials.class);
    private static final int AT_ONCE = 16;

    private final JdbcClient jdbc;
    private final Dialect dialect;
    private final AffectingAccounts affecting;
    private final Transactions transactions;
    private final Clock clock;

    CheckingCredentials(JdbcClient jdbc, Dialect dialect, AffectingAccounts affecting, Transactions transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.dialect = dialect;
        this.affecting = affecting;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @param fingerprint of the credential that is to be checked: it may change meanwhile */
    public record Unchecked(String accountId, String provider, String fingerprint) {
    }

    /** At most 16, oldest first. */
    public List<Unchecked> unchecked(AllOrganisations leave, Collection<String> providers) {
        if (providers.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                select id, provider, session_fingerprint from jimeng_accounts
                 where credential_state = 'unchecked' and provider in (:providers) and is_deleted = false
                 order by create_time limit :most
                """).param("providers", providers).param("most", AT_ONCE)
                .query((row, n) -> new Unchecked(row.getString("id"), row.getString("provider"),
                        row.getString("session_fingerprint")))
                .list();
    }

    /** A refused one is off until it is replaced, as if a job had found out; a mistyped import says nothing of the provider. */
    public void checked(Unchecked account, CredentialState state) {
        transactions.run(() -> {
            int written = jdbc.sql("""
                    update jimeng_accounts set credential_state = :state, credential_checked_at = :now
                     where id = :id and session_fingerprint = :fingerprint and credential_state = 'unchecked'
                    """).param("state", state.word()).param("now", dialect.instant(clock.instant()))
                    .param("id", account.accountId()).param("fingerprint", account.fingerprint()).update();
            if (written == 1 && state == CredentialState.REFUSED) {
                affecting.switchOffForAuth(account.accountId());
                log.warn("account {} switched off: the provider refuses its credential", account.accountId());
            }
        });
    }
}
