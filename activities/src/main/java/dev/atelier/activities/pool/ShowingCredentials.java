package dev.atelier.activities.pool;

import java.util.List;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import dev.atelier.activities.loop.LoopFigures;
import dev.atelier.activities.provider.ProvidersByName;
import dev.atelier.db.account.CheckingCredentials;
import dev.atelier.db.account.OpeningCredentials;
import dev.atelier.db.tenant.AllOrganisations;
import dev.atelier.domain.account.CredentialState;
import dev.atelier.domain.provider.Credential;
import dev.atelier.domain.provider.CredentialCheck;
import dev.atelier.providers.Provider;

/** Shows new credentials to providers that check them for nothing; each is asked once. */
@Component
class ShowingCredentials {

    private static final Logger log = LoggerFactory.getLogger(ShowingCredentials.class);
    private static final AllOrganisations LEAVE = AllOrganisations.forLoopsSchedulesAndAdmin();

    private final CheckingCredentials checking;
    private final OpeningCredentials credentials;
    private final ProvidersByName providers;

    ShowingCredentials(CheckingCredentials checking, OpeningCredentials credentials, ProvidersByName providers) {
        this.checking = checking;
        this.credentials = credentials;
        this.providers = providers;
    }

    void round(LoopFigures figures) {
        List<String> able = providers.names().stream().filter(name -> providers.get(name) instanceof Provider.Checks)
                .toList();
        for (CheckingCredentials.Unchecked account : checking.unchecked(LEAVE, able)) {
            CredentialCheck said = ask(account);
            checking.checked(account, switch (said) {
                case ACCEPTED -> CredentialState.ACCEPTED;
                case REFUSED -> CredentialState.REFUSED;
                case UNKNOWN -> CredentialState.UNKNOWN;
            });
            figures.count("credentials_checked");
        }
    }
    /** One that cannot even be opened must not keep the others from being asked. */
    private CredentialCheck ask(CheckingCredentials.Unchecked account) {
        try {
            Optional<Credential> as = credentials.of(account.accountId());
            return as.isPresent() && providers.get(account.provider(), as.get()) instanceof Provider.Checks free
                    ? free.check(as.get())
                    : CredentialCheck.UNKNOWN;
        } catch (RuntimeException unreadable) {
            log.warn("account {} could not be checked: {}", account.accountId(), unreadable.toString());
            return CredentialCheck.UNKNOWN;
        }
    }
}
