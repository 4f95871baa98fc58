package dev.atelier.worker.wiring;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;

import javax.sql.DataSource;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

import dev.atelier.activities.WorkerName;
import dev.atelier.activities.tell.RingingBell;
import dev.atelier.db.DbConfiguration;
import dev.atelier.db.DbSettings;
import dev.atelier.db.dialect.Databases;
import dev.atelier.db.job.Tellings;
import dev.atelier.worker.settings.AtelierSettings;
import dev.atelier.worker.settings.MissingSetting;
import dev.atelier.workflows.client.Doorbell;

/** What every role needs: the database, brought up to date before anything reads it, and the bell. */
@Configuration
@Import(DbConfiguration.class)
class StateWiring {

    @Bean
    DataSource dataSource(Environment environment, AtelierSettings settings) {
        String url = environment.getProperty("spring.datasource.url");
        if (url == null || url.isBlank()) {
            throw new MissingSetting("SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:5432/atelier");
        }
        return UpToDate.opened(Databases.open(url, environment.getProperty("spring.datasource.username"),
                environment.getProperty("spring.datasource.password"), settings.database().connections()));
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    DbSettings dbSettings(AtelierSettings settings) {
        if (settings.secretKey() == null || settings.secretKey().length() < 32) {
            throw new MissingSetting("ATELIER_SECRET_KEY (at least 32 characters)",
                    "the output of `openssl rand -base64 32`; keep it: what it encrypted cannot be read without it");
        }
        if (settings.storage() == null || settings.storage().root() == null) {
            throw new MissingSetting("ATELIER_STORAGE_ROOT", "/var/lib/atelier/files");
        }
        return new DbSettings(settings.storage().root(), settings.secretKey());
    }

    @Bean
    RingingBell bell(Doorbell doorbell, ObjectProvider<Tellings> tellings) {
        return new RingingBell(doorbell, tellings::getObject);
    }

    @Bean
    WorkerName workerName(AtelierSettings settings) throws UnknownHostException {
        return new WorkerName(settings.workerName() != null && !settings.workerName().isBlank()
                ? settings.workerName()
                : ProcessHandle.current().pid() + "@" + InetAddress.getLocalHost().getHostName());
    }
}
