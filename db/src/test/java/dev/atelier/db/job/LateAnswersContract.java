package dev.atelier.db.job;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;

import dev.atelier.db.account.ResettingQuotas;
import dev.atelier.db.attempt.Ledger;
import dev.atelier.db.dialect.Transactions;
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
import dev.atelier.domain.provider.SubmitOutcome;
import dev.atelier.domain.provider.TaskId;

import static org.assertj.core.api.Assertions.assertThat;

/** What comes when nobody waits for it any more, or while somebody decides. */
abstract class LateAnswersContract extends JobContract {

    @Test
    void the_late_answer_of_a_call_given_up_on_wakes_its_job() {
        account("k1", 1, 0);
        JobRef job = post(IMAGE);
        AttemptRef attempt = sending(job);
        look(job, Decision.SUBMIT_LOST);
        db.bell().forget();
        record(attempt, answered());
        assertThat(db.bell().rung()).extracting(tell -> tell.job().jobId()).containsExactly(job.jobId());
    }

    @Test
    void a_call_given_up_on_that_was_refused_after_all_is_not_counted_and_needs_nobody() {
        String account = account("k1", 1, 0);
        JobRef job = post(IMAGE);
        AttemptRef attempt = sending(job);
        look(job, Decision.SUBMIT_LOST);
        assertThat(count(account, "image")).isEqualTo(1);
        Next next = record(attempt, notSent(ErrorKind.PROVIDER_BUSY));
        assertThat(count(account, "image")).as("not sent never counts").isZero();
        assertThat(view(job).needsAttention()).isNull();
        assertThat(((Next.Wait) next).reason()).isEqualTo(WaitReason.PAUSE);
    }

    @Test
    void what_is_proven_unsent_after_the_quota_reset_takes_nothing_from_the_new_day() {
        String account = account("k1", 2, 0);
        JobRef job = post(VIDEO);
        AttemptRef lost = sending(job);
        look(job, Decision.SUBMIT_LOST);
        db.clock().advance(Duration.ofDays(1));
        db.get(ResettingQuotas.class).reset(null, now());
        sent(post(VIDEO), "t-new");
        db.get(FindingLostTasks.class).found(row(lost), new Found.Absent());
        db.get(FindingLostTasks.class).found(row(lost), new Found.Absent());
        assertThat(row(lost).state()).isEqualTo(SubmissionState.NOT_SENT);
        assertThat(count(account, "video")).isEqualTo(1);
    }

    @Test
    void the_end_of_an_attempt_that_was_left_behind_does_not_end_or_resume_the_job() {
        account("k1", 2, 0);
        JobRef job = post(VIDEO);
        AttemptRef left = sent(job, "t-1");
        for (int looks = 0; looks < 6; looks++) {
            db.get(WatchingTasks.class).missing(row(left));
        }
        AttemptRef second = ((Next.Submit) look(job, Decision.retry("me", null, null))).attempt();
        for (int looks = 0; looks < 6; looks++) {
            db.get(WatchingTasks.class).missing(row(left));
        }
        assertThat(view(job).needsAttention()).as("nobody is asked about it again").isNull();
        db.get(WatchingTasks.class).ended(row(left), new Sighting.Ended("failed",
                new Finished.Failed(Failure.of(ErrorKind.CONTENT_INPUT, "Code", "refused")), EXCHANGE));
        assertThat(row(left).state()).isEqualTo(SubmissionState.FAILED);
        assertThat(view(job).status()).isEqualTo(JobStatus.RUNNING);
        assertThat(open(job)).isEqualTo(new Next.Submit(second, "provider-ark"));
    }

    @Test
    void a_cancel_that_meets_an_intent_leaves_the_call_its_outcome_first() throws Exception {
        account("k1", 1, 0);
        JobRef job = post(VIDEO);
        AttemptRef attempt = granted(job);
        CompletableFuture<?>[] cancel = new CompletableFuture<?>[1];
        db.get(Transactions.class).run(() -> {
            db.get(Ledger.class).sending(attempt.submissionId(), now().plusSeconds(10), "w1");
            cancel[0] = CompletableFuture.runAsync(
                    () -> db.get(DecidingJobs.class).decide(org, job.jobId(), Decision.cancel("me", null, "r")));
            // Until it has read the attempt as granted and waits for the row.
            LockSupport.parkNanos(500_000_000);
        });
        cancel[0].get(20, TimeUnit.SECONDS);
        assertThat(row(attempt).state()).isEqualTo(SubmissionState.SENDING);
        assertThat(view(job).status()).isEqualTo(JobStatus.RUNNING);
        record(attempt, new SubmitOutcome.Accepted(
                new TaskId("t-1"), EXCHANGE));
        assertThat(view(job).status()).isEqualTo(JobStatus.CANCELED);
        assertThat(row(attempt).cancelWantedAt()).as("its provider's cancel is tried").isNotNull();
    }

    @Test
    void beyond_its_deadline_a_call_under_way_is_not_asked_after_all_the_time() {
        account("k1", 1, 0);
        JobRef job = post(VIDEO);
        AttemptRef attempt = sending(job);
        db.clock().advance(Duration.ofHours(25));
        db.get(SendingAttempts.class).aliveAndUnwanted(attempt);
        assertThat(((Next.Wait) open(job)).atMost()).isGreaterThan(Duration.ofSeconds(1));
    }

    @Test
    void retrying_a_job_whose_task_has_no_known_end_is_another_submission_beside_it() {
        account("k1", 1, 0);
        JobRef job = post(VIDEO);
        AttemptRef endless = sent(job, "t-1");
        db.clock().advance(Duration.ofHours(2));
        db.get(WatchingTasks.class).overrun(row(endless));
        assertThat(look(job, Decision.retry("me", null, null))).isInstanceOf(Next.Submit.class);
        assertThat(submissions(job)).isEqualTo(2);
        assertThat(row(endless).state()).as("it is still looked at").isEqualTo(SubmissionState.SENT);
    }

    @Test
    void an_account_without_quota_is_not_brought_back_early_by_a_late_rate_limit() {
        String account = account("k1", 2, 0);
        AttemptRef first = sending(post(VIDEO));
        AttemptRef second = sending(post(VIDEO));
        record(first, notSent(ErrorKind.QUOTA));
        record(second, notSent(ErrorKind.RATE_LIMIT));
        assertThat(db.sql().sql("select video_unavailable_reason from jimeng_accounts where id = :id")
                .param("id", account).query(String.class).single()).isEqualTo("quota");
    }

    @Test
    void a_task_accepted_after_its_attempt_was_written_off_stands_in_the_ledger_as_paid() {
        account("k1", 2, 0);
        JobRef job = post(VIDEO);
        AttemptRef attempt = sending(job);
        look(job, Decision.SUBMIT_LOST);
        look(job, Decision.cancel("me", null, null));
        record(attempt, new SubmitOutcome.Accepted(new TaskId("t-late"), EXCHANGE));
        assertThat(row(attempt).state()).isEqualTo(SubmissionState.WRITTEN_OFF);
        assertThat(row(attempt).remoteTaskId()).isEqualTo("t-late");
        assertThat(db.get(ReadingJobs.class).submissions(org, job.jobId())).singleElement()
                .satisfies(line -> assertThat(line.billed()).isEqualTo("yes"));
    }
}
