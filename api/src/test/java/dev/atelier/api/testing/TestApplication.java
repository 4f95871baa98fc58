package dev.atelier.api.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.datasource.DelegatingDataSource;

import dev.atelier.api.ApiConfiguration;
import dev.atelier.db.DbConfiguration;
import dev.atelier.db.DbSettings;
import dev.atelier.db.testing.RecordingBell;
import dev.atelier.db.testing.TestDatabase;
import dev.atelier.providers.Provider;
import dev.atelier.providers.Speaking;
import dev.atelier.providers.ThroughProxies;
import dev.atelier.providers.embedding.EmbeddingText;
import dev.atelier.providers.http.Wire;

/** The interface over a real database, without workers: a test moves the rows itself. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({ApiConfiguration.class, DbConfiguration.class, Tenants.class, Works.class, Kept.class})
public class TestApplication {
    /** A database whose plug can be pulled. */
    public static final class Database extends DelegatingDataSource implements AutoCloseable {
        private final TestDatabase real;
        public volatile boolean down;

        Database(TestDatabase real) {
            super(real.source());
            this.real = real;
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (down) {
                throw new SQLException("connection refused", "08001");
            }
            return super.getConnection();
        }

        @Override
        public void close() {
            real.close();
        }
    }

    @Bean
    Database database() {
        return new Database(TestDatabase.postgres());
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    RecordingBell bell() {
        return new RecordingBell();
    }

    /** None is configured, unless a test brings one. */
    @Bean
    EmbeddingText embeddingText(Clock clock, @Value("${test.embeddings.url:}") String url) {
        return new EmbeddingText(new Wire(clock), url, null, "small");
    }

    @Bean
    List<Provider> providers(Clock clock) {
        return Speaking.all(new Wire(clock), clock);
    }

    @Bean
    ThroughProxies throughProxies(Clock clock) {
        return new ThroughProxies(new Wire(clock), clock);
    }

    @Bean
    DbSettings dbSettings() throws IOException {
        return new DbSettings(Files.createTempDirectory("atelier-api-test"),
                "a key for tests only, forty characters!!");
    }
}
