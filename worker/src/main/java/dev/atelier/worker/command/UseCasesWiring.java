package dev.atelier.worker.command;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

import dev.atelier.db.DbConfiguration;
import dev.atelier.db.dialect.Limits;
import dev.atelier.db.job.Bell;
import dev.atelier.worker.settings.AtelierSettings;
import dev.atelier.worker.wiring.UseCaseInputs;

/** All use cases of the database's room, for a command. */
@EnableConfigurationProperties(AtelierSettings.class)
@Import({DbConfiguration.class, UseCaseInputs.class})
class UseCasesWiring {

    @Bean
    Limits limits(AtelierSettings settings) {
        return settings.database().command().limits();
    }

    /** Nobody is told at once: the rows say who is to be, and the telling loop of a worker does it. */
    @Bean
    Bell bell() {
        return told -> {
        };
    }
}
