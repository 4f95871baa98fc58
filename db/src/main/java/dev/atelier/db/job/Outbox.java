package dev.atelier.db.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import dev.atelier.db.dialect.Dialect;

/**
 * Who changes what a job waits for puts it here, in the same transaction. The bell is rung after commit; what that
 * misses, the telling loop finds by {@code tell_at}.
 */
@Component
class Outbox {

    /** The bell is given this long before the telling loop takes over. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final Dialect dialect;
    private final Clock clock;
    private final Tellings tellings;
    private final Bell bell;

    Outbox(JdbcClient jdbc, Dialect dialect, Clock clock, Tellings tellings, Bell bell) {
        this.jdbc = jdbc;
        this.dialect = dialect;
        this.clock = clock;
        this.tellings = tellings;
        this.bell = bell;
    }

    /** The job has something new in its rows. */
    void tell(String jobId) {
        toTell().add(jobId);
    }

    /** The job's own workflow is being answered in this very transaction. */
    void isBeingTold(String jobId) {
        toTell().remove(jobId);
    }

    private Set<String> toTell() {
        return TransactionSynchronizationManager.getSynchronizations().stream().filter(Telling.class::isInstance)
                .map(each -> ((Telling) each).jobs).findFirst().orElseGet(() -> {
                    Telling telling = new Telling();
                    TransactionSynchronizationManager.registerSynchronization(telling);
                    return telling.jobs;
                });
    }

    private final class Telling implements TransactionSynchronization {

        private final Set<String> jobs = new LinkedHashSet<>();
        private List<Tell> tells = List.of();

        @Override
        public void beforeCommit(boolean readOnly) {
            if (jobs.isEmpty()) {
                return;
            }
            Instant due = Instant.now(clock).plus(GRACE);
            List<Tell> found = new ArrayList<>();
            for (String job : jobs) {
                jdbc.sql("update generation_jobs set tell_at = :due where id = :id").param("due", dialect.instant(due))
                        .param("id", job).update();
                tellings.of(job, due).ifPresent(found::add);
            }
            tells = found;
        }

        @Override
        public void afterCommit() {
            if (!tells.isEmpty()) {
                bell.ring(tells);
            }
        }
    }
}
