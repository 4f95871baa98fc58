package dev.atelier.worker.command;

import java.time.Clock;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import dev.atelier.db.DbConfiguration;
import dev.atelier.db.DbSettings;
import dev.atelier.db.job.Bell;
import dev.atelier.worker.settings.AtelierSettings;

/** All use cases of the database's room, for a command. */
@Configuration
@EnableConfigurationProperties(AtelierSettings.class)
@Import(DbConfiguration.class)
class UseCasesWiring {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    DbSettings dbSettings(AtelierSettings settings) {
        return new DbSettings(settings.storage().root(), settings.secretKey());
    }

    /** Nobody is told at once: the rows say who is to be, and the telling loop of a worker does it. */
    @Bean
    Bell bell() {
        return told -> {
        };
    }
}
