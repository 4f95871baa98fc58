package dev.atelier.db.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;

import dev.atelier.domain.failure.ErrorKind;
import dev.atelier.domain.job.AttemptRef;
import dev.atelier.domain.attempt.SubmissionState;
import dev.atelier.domain.provider.SubmitOutcome;
import dev.atelier.domain.provider.TaskId;

/** Two workers at the same row at the same moment: one writes, the other is told, nothing is lost. */
abstract class RacingWorkersContract extends JobContract {

    private static final int ROUNDS = 20;

    @Test
    void one_attempt_is_sent_by_one_worker() throws Exception {
        account("s", 4, 0);
        for (int round = 0; round < ROUNDS; round++) {
            var job = post(IMAGE);
            AttemptRef attempt = granted(job);

            List<Boolean> may = both(worker -> db.get(SendingAttempts.class).intend(attempt, worker).isPresent());

            assertThat(may).containsExactlyInAnyOrder(true, false);
            record(attempt, notSent(ErrorKind.CONTENT_INPUT));
        }
    }

    /** What the provider has accepted stays in the ledger, whoever comes first. */
    @Test
    void an_accepted_task_is_not_overwritten_by_a_worker_that_knows_less() throws Exception {
        account("s", 31, 0);
        for (int round = 0; round < ROUNDS; round++) {
            AttemptRef attempt = sending(post(VIDEO));
            String task = "t-" + round;

            both(worker -> record(attempt, worker.equals("w1")
                    ? new SubmitOutcome.Accepted(new TaskId(task), EXCHANGE)
                    : ambiguous()) != null);

            assertThat(row(attempt).state()).isEqualTo(SubmissionState.SENT);
            assertThat(row(attempt).remoteTaskId()).isEqualTo(task);
        }
    }

    private <T> List<T> both(Work<T> work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        try (ExecutorService workers = Executors.newFixedThreadPool(2)) {
            List<Future<T>> all = List.of("w1", "w2").stream().map(worker -> workers.submit(() -> {
                start.await();
                return work.by(worker);
            })).toList();
            return List.of(all.get(0).get(), all.get(1).get());
        }
    }

    private interface Work<T> {
        T by(String worker);
    }
}
