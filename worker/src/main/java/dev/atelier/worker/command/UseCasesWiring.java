package dev.atelier.worker.command;

import java.time.Clock;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

import dev.atelier.db.DbConfiguration;
import dev.atelier.db.DbSettings;
import dev.atelier.db.job.Bell;
import dev.atelier.db.storyboard.ProjectTable;
import dev.atelier.worker.settings.AtelierSettings;
import dev.atelier.worker.settings.SecretKeys;

/** All use cases of the database's room, for a command. */
@EnableConfigurationProperties(AtelierSettings.class)
@Import(DbConfiguration.class)
class UseCasesWiring {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    ProjectTable projectTable(AtelierSettings settings) {
        return settings.projectSync().projectTable();
    }

    @Bean
    DbSettings dbSettings(AtelierSettings settings, Environment environment) {
        return new DbSettings(settings.storage().root(), SecretKeys.of(environment),
                settings.pool().settings());
    }

    /** Nobody is told at once: the rows say who is to be, and the telling loop of a worker does it. */
    @Bean
    Bell bell() {
        return told -> {
        };
    }
}
