package dev.atelier.api.testing;

import java.time.Clock;
import java.time.Instant;

import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.atelier.db.dialect.Dialect;

/** In place of workers: moves a job's row. */
@Configuration
public class Works {
    private final JdbcClient jdbc;
    private final Dialect dialect;
    private final Clock clock;

    Works(JdbcClient jdbc, Dialect dialect, Clock clock) {
        this.jdbc = jdbc;
        this.dialect = dialect;
        this.clock = clock;
    }

    public void run(String jobId) {
        jdbc.sql("update generation_jobs set status = 'running', started_at = :now where id = :id")
                .param("now", dialect.instant(Instant.now(clock))).param("id", jobId).update();
    }

    public void end(String jobId, String status) {
        jdbc.sql("update generation_jobs set status = :status, completed_at = :now where id = :id")
                .param("status", status).param("now", dialect.instant(Instant.now(clock))).param("id", jobId).update();
    }

    /** Ends all jobs that are open after these milliseconds. */
    public void endingNext(long millis) {
        Thread.ofVirtual().start(() -> {
            try {
                Thread.sleep(millis);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            jdbc.sql("select id from generation_jobs where status = 'pending'").query(String.class).list()
                    .forEach(id -> end(id, "succeeded"));
        });
    }
}
