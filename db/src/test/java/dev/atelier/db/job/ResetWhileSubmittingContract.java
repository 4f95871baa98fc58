package dev.atelier.db.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;

import dev.atelier.db.account.ResettingQuotas;
import dev.atelier.domain.attempt.SubmissionState;
import dev.atelier.domain.failure.ErrorKind;
import dev.atelier.domain.job.AttemptRef;

/** The day turns while requests are on their way: each is counted once, in the day in which its answer came. */
abstract class ResetWhileSubmittingContract extends JobContract {

    private int reset(Instant now) {
        return db.get(ResettingQuotas.class).reset(null, now);
    }

    private Instant turn(String account) {
        db.clock().advance(Duration.ofDays(2));
        assertThat(db.get(ResettingQuotas.class).reset(null, now())).isEqualTo(1);
        assertThat(count(account, "image")).isZero();
        return now();
    }

    @Test
    void a_request_sent_before_the_turn_and_answered_after_it_counts_once_in_the_new_day() {
        String account = account("k1", 3, 0);
        record(sending(post(IMAGE)), answered());
        AttemptRef underWay = sending(post(IMAGE));
        AttemptRef refused = sending(post(IMAGE));
        assertThat(count(account, "image")).isEqualTo(1);

        Instant turned = turn(account);
        record(underWay, answered());
        record(refused, notSent(ErrorKind.PROVIDER_BUSY));

        assertThat(reset(turned)).as("a second run in the same day").isZero();
        assertThat(count(account, "image")).isEqualTo(1);
        assertThat(row(underWay).state()).isEqualTo(SubmissionState.MADE);
    }

    @Test
    void what_was_counted_yesterday_and_is_proven_unsent_today_takes_nothing_from_today() {
        String account = account("k1", 3, 0);
        AttemptRef lost = sending(post(VIDEO));
        record(lost, ambiguous());
        assertThat(count(account, "video")).isEqualTo(1);

        turn(account);
        sent(post(VIDEO), "t-today");
        record(lost, notSent(ErrorKind.PROVIDER_BUSY));

        assertThat(count(account, "video")).isEqualTo(1);
    }

    @Test
    void resets_that_run_twice_beside_answers_that_come_in_lose_no_count() throws Exception {
        String account = account("k1", 12, 0);
        List<AttemptRef> underWay = new ArrayList<>();
        for (int each = 0; each < 12; each++) {
            underWay.add(sending(post(IMAGE)));
        }
        turn(account);
        Instant turned = now();
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            List<Future<?>> running = new ArrayList<>();
            for (AttemptRef attempt : underWay) {
                running.add(threads.submit(() -> record(attempt, answered())));
                running.add(threads.submit(() -> reset(turned)));
            }
            for (Future<?> each : running) {
                each.get();
            }
        }
        assertThat(count(account, "image")).isEqualTo(12);
    }
}
