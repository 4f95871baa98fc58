package dev.atelier.worker.wiring;

import java.time.Duration;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import dev.atelier.providers.fetch.Downloads;
import dev.atelier.providers.fetch.Posting;
import dev.atelier.worker.settings.AtelierSettings;
import dev.atelier.worker.settings.OnRole;

/** The providers this application speaks to, and how results are fetched from wherever they lie. */
@Configuration
@OnRole(AtelierSettings.Role.WORKER)
@Import(Protocols.class)
class ProvidersWiring {

    private static final Duration WEBHOOK_DEADLINE = Duration.ofSeconds(20);

    @Bean
    Downloads downloads(AtelierSettings settings) {
        AtelierSettings.Fetch fetch = settings.fetch();
        return new Downloads(fetch.allowPrivate(), fetch.maxBytes(), fetch.deadline());
    }

    @Bean
    Posting posting(AtelierSettings settings) {
        return new Posting(settings.fetch().allowPrivate(), WEBHOOK_DEADLINE);
    }
}
