package dev.atelier.worker.wiring;

import java.time.Duration;
import java.time.Instant;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.zaxxer.hikari.HikariDataSource;

import dev.atelier.db.Migrating;

/** Waits for a database that is still coming up, then brings its schema up to date. */
final class UpToDate {

    private static final Logger log = LoggerFactory.getLogger(UpToDate.class);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private UpToDate() {
    }

    static void bring(HikariDataSource database) {
        Instant until = Instant.now().plus(PATIENCE);
        while (!answers(database) && Instant.now().isBefore(until)) {
            log.info("waiting for the database at {}", database.getJdbcUrl());
            pause();
        }
        Migrating.run(database);
    }

    private static boolean answers(HikariDataSource database) {
        try (var connection = database.getConnection()) {
            return connection.isValid(2);
        } catch (java.sql.SQLException notYet) {
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(1_000);
        } catch (InterruptedException stop) {
            throw new IllegalStateException("stopped while waiting for the database", stop);
        }
    }
}
