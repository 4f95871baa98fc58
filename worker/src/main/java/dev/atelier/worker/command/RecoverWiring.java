package dev.atelier.worker.command;

import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

import dev.atelier.activities.provider.ProvidersByName;
import dev.atelier.activities.recover.Recovering;
import dev.atelier.db.account.OpeningCredentials;
import dev.atelier.db.catalogue.Catalogue;
import dev.atelier.db.job.RecoveringJobs;
import dev.atelier.providers.Provider;
import dev.atelier.providers.ThroughProxies;
import dev.atelier.worker.wiring.Protocols;

/** What only {@link RecoverCommand} needs: the providers, to read their lists. */
@Import(Protocols.class)
class RecoverWiring {

    @Bean
    Recovering recovering(RecoveringJobs jobs, List<Provider> providers, ThroughProxies ways,
            OpeningCredentials credentials, Catalogue catalogue) {
        return new Recovering(jobs, new ProvidersByName(providers, ways), credentials, catalogue);
    }
}
