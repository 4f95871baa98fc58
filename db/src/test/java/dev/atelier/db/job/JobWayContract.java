package dev.atelier.db.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;

import org.junit.jupiter.api.Test;

import dev.atelier.domain.attempt.SubmissionState;
import dev.atelier.domain.failure.ErrorKind;
import dev.atelier.domain.job.AttemptRef;
import dev.atelier.domain.job.Decision;
import dev.atelier.domain.job.JobRef;
import dev.atelier.domain.job.JobStatus;
import dev.atelier.domain.job.Next;
import dev.atelier.domain.job.WaitReason;
import dev.atelier.domain.provider.Sighting;

abstract class JobWayContract extends JobContract {

    @Test
    void a_posted_job_is_pending_and_the_bell_is_rung_to_start_it() {
        JobRef job = post(IMAGE);
        assertThat(view(job).status()).isEqualTo(JobStatus.PENDING);
        assertThat(db.bell().rung()).singleElement()
                .satisfies(tell -> assertThat(tell.first()).isTrue());
    }

    @Test
    void a_job_that_finds_a_free_slot_is_submitted_at_once_and_rings_nobody() {
        account("k1", 1, 0);
        JobRef job = post(IMAGE);
        db.bell().forget();
        assertThat(open(job)).isInstanceOf(Next.Submit.class);
        assertThat(view(job).status()).isEqualTo(JobStatus.RUNNING);
        assertThat(db.bell().rung()).isEmpty();
    }

    @Test
    void every_step_may_run_twice() {
        String account = account("k1", 2, 0);
        JobRef job = post(VIDEO);
        assertThat(open(job)).isEqualTo(open(job));
        AttemptRef attempt = granted(job);
        assertThat(db.get(SendingAttempts.class).intend(attempt, "w1")).isPresent();
        assertThat(db.get(SendingAttempts.class).intend(attempt, "w2")).as("a second intent").isEmpty();
        var accepted = new dev.atelier.domain.provider.SubmitOutcome.Accepted(
                new dev.atelier.domain.provider.TaskId("t-1"), EXCHANGE);
        assertThat(record(attempt, accepted)).isInstanceOf(Next.Wait.class);
        assertThat(record(attempt, accepted)).isInstanceOf(Next.Wait.class);
        var ended = new Sighting.Ended("succeeded", success("tokens"), EXCHANGE);
        db.get(WatchingTasks.class).ended(row(attempt), ended);
        db.get(WatchingTasks.class).ended(row(attempt), ended);
        assertThat(open(job)).isEqualTo(new Next.Persist(attempt)).isEqualTo(open(job));
        assertThat(count(account, "video")).as("counted once").isEqualTo(1);
        assertThat(submissions(job)).isEqualTo(1);
        assertThat(view(job).costUsd()).as("money once").isEqualByComparingTo(new BigDecimal("0.000002"));
    }

    @Test
    void a_synchronous_answer_is_made_counted_and_frees_the_slot() {
        String account = account("k1", 1, 0);
        JobRef job = post(IMAGE);
        JobRef next = post(IMAGE);
        AttemptRef attempt = sending(job);
        assertThat(((Next.Wait) open(next)).reason()).isEqualTo(WaitReason.LINE);
        db.bell().forget();
        assertThat(record(attempt, answered())).isEqualTo(new Next.Persist(attempt));
        assertThat(row(attempt).state()).isEqualTo(SubmissionState.MADE);
        assertThat(view(next).status()).as("the next in line has the slot").isEqualTo(JobStatus.RUNNING);
        assertThat(db.bell().rung()).extracting(tell -> tell.job().jobId()).containsExactly(next.jobId());
        assertThat(count(account, "image")).isEqualTo(1);
    }

    @Test
    void a_refusal_that_is_nobodys_fault_goes_to_another_account_and_costs_no_wait() {
        String first = account("k1", 1, 9);
        String second = account("k2", 1, 0);
        JobRef job = post(VIDEO);
        AttemptRef attempt = sending(job);
        assertThat(row(attempt).accountId()).isEqualTo(first);
        Next next = record(attempt, notSent(ErrorKind.RATE_LIMIT));
        assertThat(next).isInstanceOf(Next.Submit.class);
        assertThat(row(((Next.Submit) next).attempt()).accountId()).isEqualTo(second);
        assertThat(count(first, "video")).as("not sent never counts").isZero();
        assertThat(row(attempt).state()).isEqualTo(SubmissionState.NOT_SENT);
    }

    @Test
    void a_busy_provider_is_asked_again_after_the_table_of_waits_until_the_account_allows_no_more() {
        account("k1", 1, 0);
        JobRef job = post(VIDEO);
        int[] seconds = {3, 5, 10, 15, 30, 60};
        for (int wait : seconds) {
            Next next = record(sending(job), notSent(ErrorKind.PROVIDER_BUSY));
            assertThat(next).isInstanceOfSatisfying(Next.Wait.class, paused -> {
                assertThat(paused.reason()).isEqualTo(WaitReason.PAUSE);
                assertThat(paused.atMost()).isEqualTo(Duration.ofSeconds(wait));
            });
            db.clock().advance(Duration.ofSeconds(wait));
        }
        assertThat(record(sending(job), notSent(ErrorKind.PROVIDER_BUSY))).isInstanceOf(Next.Ended.class);
        assertThat(view(job).error().code()).isEqualTo("provider_busy");
        assertThat(view(job).error().retryable()).isTrue();
    }

    @Test
    void a_bad_request_ends_the_job_with_the_providers_words() {
        account("k1", 1, 0);
        JobRef job = post(VIDEO);
        assertThat(record(sending(job), notSent(ErrorKind.BAD_REQUEST))).isInstanceOf(Next.Ended.class);
        assertThat(view(job).error().message()).isEqualTo("refused");
        assertThat(view(job).error().providerCode()).isEqualTo("Code");
    }

    @Test
    void a_sender_that_was_lost_is_ambiguous_and_never_sent_again_by_itself() {
        account("k1", 1, 0);
        JobRef job = post(IMAGE);
        AttemptRef attempt = sending(job);
        Next next = look(job, Decision.SUBMIT_LOST);
        assertThat(((Next.Wait) next).reason()).isEqualTo(WaitReason.PERSON);
        assertThat(view(job).needsAttention().choices()).containsExactly("retry", "cancel");
        assertThat(row(attempt).state()).isEqualTo(SubmissionState.AMBIGUOUS);
        db.clock().advance(Duration.ofHours(71));
        assertThat(((Next.Wait) open(job)).reason()).isEqualTo(WaitReason.PERSON);
        db.clock().advance(Duration.ofHours(2));
        assertThat(open(job)).isInstanceOf(Next.Ended.class);
        assertThat(view(job).error().code()).isEqualTo("outcome_unknown");
        assertThat(submissions(job)).isEqualTo(1);
    }

    @Test
    void a_late_answer_of_the_lost_call_is_taken() {
        account("k1", 1, 0);
        JobRef job = post(IMAGE);
        AttemptRef attempt = sending(job);
        look(job, Decision.SUBMIT_LOST);
        assertThat(record(attempt, answered())).isEqualTo(new Next.Persist(attempt));
        assertThat(view(job).needsAttention()).isNull();
    }

    @Test
    void a_sender_given_up_as_lost_that_proves_it_sent_nothing_is_believed() {
        String account = account("k1", 1, 0);
        JobRef job = post(IMAGE);
        AttemptRef attempt = sending(job);
        look(job, Decision.SUBMIT_LOST);
        assertThat(count(account, "image")).isEqualTo(1);
        assertThat(record(attempt, notSent(ErrorKind.TOO_LATE))).isInstanceOf(Next.Submit.class);
        assertThat(row(attempt).state()).isEqualTo(SubmissionState.NOT_SENT);
        assertThat(count(account, "image")).as("not sent never counts").isZero();
        assertThat(view(job).needsAttention()).isNull();
    }

    @Test
    void a_result_is_fetched_for_a_day_and_then_given_up() {
        account("k1", 1, 0);
        AttemptRef attempt = sending(post(IMAGE));
        record(attempt, answered());
        KeepingResults keeping = db.get(KeepingResults.class);
        assertThat(keeping.givenUp(attempt)).isFalse();
        db.clock().advance(Duration.ofHours(25));
        assertThat(keeping.givenUp(attempt)).isTrue();
    }

    @Test
    void begun_anew_while_a_sender_still_speaks_it_waits_and_then_gives_it_up() {
        account("k1", 1, 0);
        JobRef job = post(VIDEO);
        AttemptRef attempt = sending(job);
        assertThat(((Next.Wait) open(job)).reason()).isEqualTo(WaitReason.PROVIDER);
        db.clock().advance(Duration.ofSeconds(15));
        db.get(SendingAttempts.class).aliveAndUnwanted(attempt);
        db.clock().advance(Duration.ofSeconds(15));
        open(job);
        assertThat(row(attempt).state()).isEqualTo(SubmissionState.SENDING);
        db.clock().advance(Duration.ofSeconds(21));
        open(job);
        assertThat(row(attempt).state()).isEqualTo(SubmissionState.AMBIGUOUS);
    }
}
