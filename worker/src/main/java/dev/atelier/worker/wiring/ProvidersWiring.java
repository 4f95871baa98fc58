package dev.atelier.worker.wiring;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.atelier.providers.ark.Ark;
import dev.atelier.providers.fetch.Downloads;
import dev.atelier.worker.settings.AtelierSettings;
import dev.atelier.worker.settings.OnRole;

/** The providers this application speaks to, and how results are fetched from wherever they lie. */
@Configuration
@OnRole(AtelierSettings.Role.WORKER)
class ProvidersWiring {

    @Bean
    Ark ark() {
        return new Ark();
    }

    @Bean
    Downloads downloads() {
        return new Downloads();
    }
}
