package dev.atelier.worker.wiring;

import java.time.Clock;

import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

import dev.atelier.db.DbSettings;
import dev.atelier.db.dialect.Limits;
import dev.atelier.db.storyboard.ProjectTable;
import dev.atelier.worker.settings.AtelierSettings;
import dev.atelier.worker.settings.SecretKeys;

/**
 * What the database's use cases need beside a database and a bell, the same for the application and for a command of
 * the jar. Bears no annotation: whoever wants it imports it.
 */
public class UseCaseInputs {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    ProjectTable projectTable(AtelierSettings settings) {
        return settings.projectSync().projectTable();
    }

    @Bean
    DbSettings dbSettings(AtelierSettings settings, Environment environment, Limits limits) {
        return new DbSettings(settings.storage().root(), SecretKeys.of(environment), settings.pool().settings(),
                limits, settings.database().retention().settings());
    }
}
