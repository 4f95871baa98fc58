package dev.atelier.db.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import dev.atelier.db.attempt.DueLooks;
import dev.atelier.db.attempt.HookTokens;
import dev.atelier.db.attempt.SubmissionRow;
import dev.atelier.db.attempt.TakingCallbacks;
import dev.atelier.domain.attempt.SubmissionState;
import dev.atelier.domain.job.AttemptRef;
import dev.atelier.domain.provider.Sighting;

/** A provider's callback makes us look, and nothing else; whatever is not its address is nothing at all. */
abstract class CallbacksContract extends JobContract {

    private TakingCallbacks callbacks() {
        return db.get(TakingCallbacks.class);
    }

    private String token(AttemptRef attempt) {
        return db.get(HookTokens.class).of("ark", attempt.submissionId());
    }

    private SubmissionRow called(AttemptRef attempt) {
        return callbacks().attempt("ark", token(attempt)).orElseThrow();
    }

    private Instant nextLook(AttemptRef attempt) {
        return db.get(DueLooks.class).rows("ark", now().plus(Duration.ofDays(9)), 9).stream()
                .filter(row -> row.id().equals(attempt.submissionId())).findFirst().map(row -> {
                    // The earliest instant at which the row is due, to a tenth of a second.
                    for (Instant at = now();; at = at.plusMillis(100)) {
                        if (!db.get(DueLooks.class).rows("ark", at, 9).isEmpty()) {
                            return at;
                        }
                    }
                }).orElseThrow();
    }

    /** Sent, watched for ten minutes, so that the next look is 15 s away. */
    private AttemptRef oldTask() {
        account("k1", 1, 0);
        AttemptRef attempt = sent(post(VIDEO), "t-1");
        db.clock().set(now().plus(Duration.ofMinutes(10)));
        db.get(WatchingTasks.class).working(row(attempt), new Sighting.Working("running", null, null));
        assertThat(nextLook(attempt)).isEqualTo(now().plusSeconds(15));
        return attempt;
    }

    @Test
    void a_callback_makes_the_next_look_due_now_and_changes_no_state() {
        AttemptRef attempt = oldTask();
        db.clock().set(now().plusSeconds(2));
        assertThat(callbacks().nudged(called(attempt))).isTrue();
        assertThat(nextLook(attempt)).isEqualTo(now());
        assertThat(row(attempt).state()).isEqualTo(SubmissionState.SENT);
    }

    @Test
    void called_again_and_again_we_look_at_most_once_a_second() {
        AttemptRef attempt = oldTask();
        assertThat(callbacks().nudged(called(attempt))).as("looked at just now").isTrue();
        assertThat(nextLook(attempt)).isEqualTo(now().plusSeconds(1));
        for (int i = 0; i < 9; i++) {
            db.clock().set(now().plusMillis(100));
            assertThat(callbacks().nudged(called(attempt))).isFalse();
        }
        assertThat(nextLook(attempt)).as("not put off by the others").isEqualTo(now().plusMillis(100));
    }

    @Test
    void an_attempt_that_has_ended_or_was_lost_is_left_alone() {
        account("k1", 2, 0);
        AttemptRef lost = sending(post(VIDEO));
        record(lost, ambiguous());
        db.clock().set(now().plusSeconds(2));
        assertThat(callbacks().nudged(called(lost))).as("a lost request is looked for at its own pace").isFalse();
        AttemptRef made = sending(post(IMAGE));
        record(made, answered());
        assertThat(callbacks().nudged(called(made))).isFalse();
        assertThat(row(made).state()).isEqualTo(SubmissionState.MADE);
    }

    @Test
    void only_the_address_that_was_given_leads_to_the_attempt() {
        account("k1", 1, 0);
        AttemptRef attempt = sent(post(VIDEO), "t-1");
        String token = token(attempt);
        assertThat(callbacks().attempt("ark", token)).map(SubmissionRow::id).contains(attempt.submissionId());
        assertThat(callbacks().attempt("fal", token)).as("another provider's").isEmpty();
        for (String wrong : new String[]{"", "x", token.substring(1), token + "A", "%%%", token.toLowerCase(),
                (token.charAt(0) == 'A' ? 'B' : 'A') + token.substring(1),
                token.substring(0, 40) + (token.charAt(40) == 'A' ? 'B' : 'A') + token.substring(41),
                db.get(HookTokens.class).of("fal", attempt.submissionId())}) {
            assertThat(callbacks().attempt("ark", wrong)).as(wrong).isEmpty();
        }
    }
}
