package dev.atelier.db.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.atelier.domain.attempt.SubmissionState;
import dev.atelier.domain.failure.ErrorKind;
import dev.atelier.domain.failure.Failure;
import dev.atelier.domain.job.AttemptRef;
import dev.atelier.domain.job.Decision;
import dev.atelier.domain.job.JobRef;
import dev.atelier.domain.job.JobStatus;
import dev.atelier.domain.job.Next;
import dev.atelier.domain.job.WaitReason;
import dev.atelier.domain.provider.Finished;
import dev.atelier.domain.provider.Found;
import dev.atelier.domain.provider.Sighting;
import dev.atelier.domain.provider.TaskId;

/** Cancel, retry, adopt, and deadlines. */
abstract class DecidingContract extends JobContract {

    private DecidingJobs.Answer decide(JobRef job, Decision decision) {
        return db.get(DecidingJobs.class).decide(job.orgId(), job.jobId(), decision).orElseThrow();
    }

    private AttemptRef parkedImage(JobRef job) {
        AttemptRef attempt = sending(job);
        record(attempt, ambiguous());
        assertThat(view(job).needsAttention()).isNotNull();
        return attempt;
    }

    private AttemptRef parkedVideo(JobRef job) {
        AttemptRef attempt = sending(job);
        record(attempt, ambiguous());
        for (int tries = 0; tries < 12; tries++) {
            db.get(FindingLostTasks.class).found(row(attempt), new Found.Undecided("two tasks could be it"));
        }
        assertThat(view(job).needsAttention()).isNotNull();
        return attempt;
    }

    @Test
    void a_picture_that_was_lost_has_no_task_to_adopt() {
        account("k1", 1, 0);
        JobRef job = post(IMAGE);
        parkedImage(job);
        assertThat(decide(job, Decision.adopt("me", null, null, "t-9"))).isInstanceOf(DecidingJobs.Answer.NotNow.class);
    }

    @Test
    void retrying_a_parked_job_whose_task_was_accepted_makes_another_attempt_and_forgets_neither() {
        account("k1", 2, 0);
        JobRef job = post(VIDEO);
        AttemptRef first = sent(job, "t-1");
        db.clock().advance(Duration.ofHours(24));
        open(job);
        assertThat(view(job).needsAttention().reason()).isEqualTo("deadline_exceeded");
        decide(job, Decision.retry("me", "pay again", null));
        AttemptRef second = granted(job);
        assertThat(second).isNotEqualTo(first);
        assertThat(row(first).state()).as("still looked at").isEqualTo(SubmissionState.SENT);
        db.get(WatchingTasks.class).ended(row(first), new Sighting.Ended("failed",
                new Finished.Failed(Failure.of(ErrorKind.CONTENT_INPUT, "late")), EXCHANGE));
        assertThat(view(job).status()).as("the late end of the first is not the job's").isEqualTo(JobStatus.RUNNING);
        db.get(SendingAttempts.class).intend(second, "w1");
        record(second, new dev.atelier.domain.provider.SubmitOutcome.Accepted(new TaskId("t-2"), EXCHANGE));
        db.get(WatchingTasks.class).ended(row(second), new Sighting.Ended("succeeded", success("tokens"), EXCHANGE));
        assertThat(open(job)).isEqualTo(new Next.Persist(second));
    }

    @Test
    void a_canceled_job_gives_its_slot_to_the_next_in_line() {
        account("k1", 1, 0);
        JobRef first = post(VIDEO);
        JobRef second = post(VIDEO);
        granted(first);
        open(second);
        assertThat(decide(first, Decision.cancel("me", "no", null))).isInstanceOf(DecidingJobs.Answer.Taken.class);
        assertThat(view(first).status()).isEqualTo(JobStatus.CANCELED);
        assertThat(open(second)).isInstanceOf(Next.Submit.class);
        assertThat(open(first)).isInstanceOf(Next.Ended.class);
    }

    @Test
    void canceling_a_sent_job_ends_it_at_once_and_leaves_its_slot_to_the_watch() {
        account("k1", 1, 0);
        JobRef job = post(VIDEO);
        AttemptRef attempt = sent(job, "t-1");
        decide(job, Decision.cancel("me", null, null));
        assertThat(view(job).status()).isEqualTo(JobStatus.CANCELED);
        assertThat(row(attempt).slot()).isNotNull();
        assertThat(row(attempt).cancelWantedAt()).isNotNull();
        JobRef next = post(VIDEO);
        open(next);
        db.get(WatchingTasks.class).ended(row(attempt), new Sighting.Ended("cancelled",
                new Finished.Failed(Failure.of(ErrorKind.TASK_CANCELED, "canceled")), EXCHANGE));
        assertThat(view(job).status()).as("one terminal state").isEqualTo(JobStatus.CANCELED);
        assertThat(open(next)).as("the slot is free").isInstanceOf(Next.Submit.class);
    }

    @Test
    void a_call_under_way_is_brought_to_its_end_before_the_cancel_takes_effect() {
        account("k1", 1, 0);
        JobRef job = post(VIDEO);
        AttemptRef attempt = sending(job);
        decide(job, Decision.cancel("me", null, null));
        assertThat(view(job).status()).isEqualTo(JobStatus.RUNNING);
        assertThat(view(job).cancelRequestedAt()).isNotNull();
        assertThat(db.get(SendingAttempts.class).aliveAndUnwanted(attempt)).isTrue();
        record(attempt, new dev.atelier.domain.provider.SubmitOutcome.Accepted(new TaskId("t-1"), EXCHANGE));
        assertThat(view(job).status()).isEqualTo(JobStatus.CANCELED);
        assertThat(row(attempt).cancelWantedAt()).isNotNull();
    }

    @Test
    void a_cancel_that_waits_for_a_call_takes_effect_also_when_the_sender_is_lost() {
        account("k1", 1, 0);
        JobRef job = post(IMAGE);
        sending(job);
        decide(job, Decision.cancel("me", null, null));
        assertThat(look(job, Decision.SUBMIT_LOST)).isInstanceOf(Next.Ended.class);
        assertThat(view(job).status()).isEqualTo(JobStatus.CANCELED);
    }

    @Test
    void what_has_ended_cannot_be_canceled_again() {
        JobRef job = post(VIDEO);
        decide(job, Decision.cancel("me", null, null));
        assertThat(decide(job, Decision.cancel("me", null, null))).isInstanceOf(DecidingJobs.Answer.NotNow.class);
    }

    @Test
    void retrying_a_parked_job_is_exactly_one_more_submission_of_the_same_job() {
        account("k1", 2, 0);
        JobRef job = post(IMAGE);
        AttemptRef lost = parkedImage(job);
        decide(job, Decision.retry("me", "pay again", null));
        assertThat(row(lost).state()).isEqualTo(SubmissionState.WRITTEN_OFF);
        assertThat(row(lost).slot()).as("the task may be running: its slot stays").isNotNull();
        assertThat(record(sending(job), answered())).isInstanceOf(Next.Persist.class);
        assertThat(submissions(job)).isEqualTo(2);
    }

    @Test
    void adopting_a_task_submits_nothing() {
        account("k1", 1, 0);
        JobRef job = post(VIDEO);
        AttemptRef lost = parkedVideo(job);
        assertThat(view(job).needsAttention().choices()).containsExactly("retry", "adopt", "cancel");
        decide(job, Decision.adopt("me", null, null, "t-9"));
        assertThat(row(lost).state()).isEqualTo(SubmissionState.SENT);
        assertThat(view(job).needsAttention()).isNull();
        assertThat(((Next.Wait) open(job)).reason()).isEqualTo(WaitReason.PROVIDER);
        assertThat(submissions(job)).isEqualTo(1);
    }

    @Test
    void a_task_of_another_attempt_cannot_be_adopted() {
        account("k1", 2, 0);
        sent(post(VIDEO), "t-1");
        JobRef job = post(VIDEO);
        parkedVideo(job);
        assertThat(decide(job, Decision.adopt("me", null, null, "t-1")))
                .isInstanceOf(DecidingJobs.Answer.NotNow.class);
    }

    @Test
    void a_closed_job_is_retried_once_as_a_new_job() {
        JobRef job = post(VIDEO);
        decide(job, Decision.cancel("me", null, null));
        JobView again = ((DecidingJobs.Answer.Taken) decide(job, Decision.retry("me", null, null))).job();
        assertThat(again.retryOfJobId()).isEqualTo(job.jobId());
        assertThat(again.attempt()).isEqualTo(2);
        assertThat(again.status()).isEqualTo(JobStatus.PENDING);
        assertThat(view(job).retriedByJobId()).isEqualTo(again.id());
        assertThat(decide(job, Decision.retry("me", null, null))).isInstanceOf(DecidingJobs.Answer.NotNow.class);
    }

    @Test
    void a_deadline_before_any_submission_ends_the_job_as_canceled() {
        JobRef job = post(VIDEO);
        assertThat(((Next.Wait) open(job)).reason()).isEqualTo(WaitReason.LINE);
        db.clock().advance(Duration.ofHours(24));
        assertThat(open(job)).isInstanceOf(Next.Ended.class);
        assertThat(view(job).status()).isEqualTo(JobStatus.CANCELED);
        assertThat(view(job).error().code()).isEqualTo("deadline_exceeded");
    }

    @Test
    void a_deadline_after_a_submission_parks_because_no_local_clock_ends_a_paid_attempt() {
        account("k1", 1, 0);
        JobRef job = post(VIDEO);
        AttemptRef attempt = sent(job, "t-1");
        db.clock().advance(Duration.ofHours(24));
        assertThat(((Next.Wait) open(job)).reason()).isEqualTo(WaitReason.PERSON);
        assertThat(row(attempt).state()).isEqualTo(SubmissionState.SENT);
        assertThat(row(attempt).cancelWantedAt()).as("the provider's cancel is tried").isNotNull();
        db.get(WatchingTasks.class).ended(row(attempt), new Sighting.Ended("succeeded", success("tokens"), EXCHANGE));
        assertThat(open(job)).as("what was made is kept").isInstanceOf(Next.Persist.class);
    }

    @Test
    void what_a_sender_given_up_on_brings_after_all_is_told_to_its_job() {
        account("k1", 1, 0);
        JobRef job = post(IMAGE);
        AttemptRef attempt = sending(job);
        assertThat(((Next.Wait) look(job, Decision.SUBMIT_LOST)).reason()).isEqualTo(WaitReason.PERSON);
        db.bell().forget();
        assertThat(record(attempt, answered())).isInstanceOf(Next.Persist.class);
        assertThat(view(job).needsAttention()).isNull();
        assertThat(db.bell().rung()).as("its workflow no longer waits for the sender").hasSize(1);
    }

    @Test
    void a_sender_given_up_on_that_proves_it_never_sent_frees_its_job_from_waiting_for_a_person() {
        account("k1", 1, 0);
        JobRef job = post(IMAGE);
        AttemptRef attempt = sending(job);
        look(job, Decision.SUBMIT_LOST);
        assertThat(count(row(attempt).accountId(), "image")).isEqualTo(1);
        db.bell().forget();
        assertThat(record(attempt, notSent(ErrorKind.TOO_LATE))).isInstanceOf(Next.Submit.class);
        assertThat(view(job).needsAttention()).isNull();
        assertThat(count(row(attempt).accountId(), "image")).as("what was not sent never counts").isZero();
        assertThat(db.bell().rung()).isNotEmpty();
    }

    @Test
    void retrying_a_job_whose_task_still_runs_sends_another_whose_outcome_alone_decides() {
        account("k1", 2, 0);
        JobRef job = post(VIDEO);
        AttemptRef first = sent(job, "t-1");
        db.clock().advance(Duration.ofHours(24));
        open(job);
        db.clock().advance(Duration.ofSeconds(1));
        decide(job, Decision.retry("me", "pay again", null));
        assertThat(db.get(WatchingTasks.class).due(LEAVE, "ark", 10)).as("its slot is freed when it ends").hasSize(1);
        AttemptRef second = sent(job, "t-2");
        assertThat(second.attempt()).isEqualTo(2);
        assertThat(row(first).state()).as("still looked at").isEqualTo(SubmissionState.SENT);
        db.get(WatchingTasks.class).ended(row(first), new Sighting.Ended("failed",
                new Finished.Failed(Failure.of(ErrorKind.CONTENT_INPUT, "Code", "no")), EXCHANGE));
        assertThat(row(first).state()).isEqualTo(SubmissionState.FAILED);
        assertThat(view(job).status()).isEqualTo(JobStatus.RUNNING);
        db.get(WatchingTasks.class).ended(row(second), new Sighting.Ended("succeeded", success("tokens"), EXCHANGE));
        assertThat(open(job)).isInstanceOf(Next.Persist.class);
        assertThat(submissions(job)).isEqualTo(2);
    }

    @Test
    void what_a_signal_says_badly_is_survived() {
        account("k1", 2, 0);
        sent(post(VIDEO), "t-1");
        JobRef job = post(IMAGE);
        AttemptRef lost = parkedImage(job);
        for (String task : List.of("t-1", "t".repeat(TaskId.LONGEST + 1), "t\0")) {
            assertThat(((Next.Wait) look(job, Decision.adopt("me", null, null, task))).reason()).as(task)
                    .isEqualTo(WaitReason.PERSON);
        }
        assertThat(row(lost).state()).isEqualTo(SubmissionState.AMBIGUOUS);
        assertThat(look(job, Decision.cancel("\0", "r\0".repeat(5000), "\0"))).isInstanceOf(Next.Ended.class);
    }
}
