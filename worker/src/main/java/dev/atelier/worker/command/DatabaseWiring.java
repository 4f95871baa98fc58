package dev.atelier.worker.command;

import javax.sql.DataSource;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

import dev.atelier.db.Migrating;
import dev.atelier.db.dialect.Databases;
import dev.atelier.db.dialect.Limits;
import dev.atelier.worker.settings.AtelierSettings.CommandLimits;

import com.zaxxer.hikari.HikariDataSource;

/**
 * The database of a command: no patience with a database that is away, and no migration in passing. It bears no
 * annotation by which the application, which looks through this package too, would find it.
 */
class DatabaseWiring {

    static final String UP_TO_DATE = "atelier.command.up-to-date";
    private static final int CONNECTIONS = 4;

    @Bean
    DataSource dataSource(Environment environment, @Value("${" + UP_TO_DATE + "}") boolean upToDate) {
        HikariDataSource database = Databases.open(environment.getRequiredProperty("spring.datasource.url"),
                environment.getProperty("spring.datasource.username"),
                environment.getProperty("spring.datasource.password"), CONNECTIONS,
                upToDate ? limits(environment) : Limits.NONE);
        try {
            if (upToDate) {
                Migrating.check(database);
            }
            return database;
        } catch (RuntimeException refused) {
            database.close();
            throw refused;
        }
    }

    /** A command that only reads or fills has limits; migrating has none. */
    private static Limits limits(Environment environment) {
        return Binder.get(environment).bindOrCreate("atelier.database.command", CommandLimits.class).limits();
    }
}
