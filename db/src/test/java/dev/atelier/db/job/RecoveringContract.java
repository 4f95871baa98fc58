package dev.atelier.db.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.atelier.db.attempt.SubmissionRow;
import dev.atelier.db.dialect.Ids;
import dev.atelier.db.job.RecoveringJobs.Account;
import dev.atelier.db.job.RecoveringJobs.Entered;
import dev.atelier.domain.attempt.SubmissionState;
import dev.atelier.domain.job.AttemptRef;
import dev.atelier.domain.job.Decision;
import dev.atelier.domain.job.JobRef;
import dev.atelier.domain.job.JobStatus;
import dev.atelier.domain.job.Kind;
import dev.atelier.domain.job.Next;
import dev.atelier.domain.job.WaitReason;
import dev.atelier.domain.provider.Listing;
import dev.atelier.domain.provider.TaskId;

/** A database that was restored from a backup knows less than was paid. */
abstract class RecoveringContract extends JobContract {

    private RecoveringJobs recovering() {
        return db.get(RecoveringJobs.class);
    }

    @AfterEach
    void release() {
        recovering().release();
        db.sql().sql("delete from orphan_tasks").update();
    }

    private Listing.Entry listed(String task, String marker) {
        return new Listing.Entry(new TaskId(task), marker, "doubao-seedance-1-5-pro-251215", "running", now());
    }

    @Test
    void a_task_that_bears_the_marker_of_a_waiting_attempt_was_sent_after_the_backup() {
        String account = account("k1", 1, 0);
        JobRef first = post(VIDEO);
        granted(first);
        JobRef waiting = post(VIDEO);
        open(waiting);
        recovering().hold();
        AttemptRef attempt = db.get(dev.atelier.db.attempt.Ledger.class).latest(waiting.jobId()).map(SubmissionRow::ref)
                .orElseThrow();
        Account of = new Account(account, "ark");
        assertThat(recovering().enter(of, listed("t-1", attempt.submissionId()))).isEqualTo(Entered.RESTORED);
        assertThat(recovering().enter(of, listed("t-1", attempt.submissionId()))).isEqualTo(Entered.KNOWN);
        assertThat(row(attempt).state()).isEqualTo(SubmissionState.SENT);
        assertThat(view(waiting).status()).isEqualTo(JobStatus.RUNNING);
        assertThat(count(account, "video")).isEqualTo(1);
        assertThat(recovering().settle(waiting, model -> false)).as("it needs nobody").isFalse();
        assertThat(((Next.Wait) open(waiting)).reason()).isEqualTo(WaitReason.PROVIDER);
        assertThat(submissions(waiting)).isEqualTo(1);
    }

    @Test
    void what_the_lists_prove_unsent_is_sent_when_submits_go_on() {
        account("k1", 1, 0);
        JobRef job = post(VIDEO);
        granted(job);
        recovering().hold();
        assertThat(recovering().settle(job, model -> true)).isFalse();
        assertThat(open(job)).isInstanceOf(Next.Wait.class);
        db.bell().forget();
        assertThat(recovering().release()).isTrue();
        assertThat(db.bell().rung()).extracting(tell -> tell.job().jobId()).containsExactly(job.jobId());
        assertThat(open(job)).isInstanceOf(Next.Submit.class);
    }

    @Test
    void a_picture_can_never_be_proven_unsent_so_a_person_decides_once() {
        account("k1", 1, 0);
        JobRef granted = post(IMAGE);
        granted(granted);
        JobRef pending = post(IMAGE);
        for (JobRef job : new JobRef[]{granted, pending}) {
            assertThat(recovering().settle(job, model -> true)).isTrue();
            assertThat(recovering().settle(job, model -> true)).as("again").isFalse();
            assertThat(view(job).needsAttention().reason()).isEqualTo("restored");
            assertThat(view(job).status()).isEqualTo(JobStatus.RUNNING);
            assertThat(((Next.Wait) open(job)).reason()).isEqualTo(WaitReason.PERSON);
            assertThat(submissions(job)).isEqualTo(1);
        }
        assertThat(look(pending, Decision.retry("me", "it was not there", null))).isInstanceOf(Next.Submit.class);
        assertThat(submissions(pending)).isEqualTo(2);
    }

    @Test
    void a_task_that_nobody_knows_may_be_adopted_by_a_parked_job_with_the_account_that_lists_it() {
        String account = account("k1", 1, 0);
        JobRef job = post(VIDEO);
        assertThat(recovering().enter(new Account(account, "ark"), listed("t-7", Ids.next())))
                .isEqualTo(Entered.ORPHAN);
        assertThat(recovering().settle(job, model -> false)).isTrue();
        assertThat(((Next.Wait) look(job, Decision.adopt("me", null, null, "t-8"))).reason()).as("in no list")
                .isEqualTo(WaitReason.PERSON);
        assertThat(((Next.Wait) look(job, Decision.adopt("me", null, null, "t-7"))).reason())
                .isEqualTo(WaitReason.PROVIDER);
        assertThat(db.get(dev.atelier.db.attempt.Ledger.class).latest(job.jobId())).get()
                .satisfies(row -> assertThat(row.accountId()).isEqualTo(account));
        assertThat(count(account, "video")).isEqualTo(1);
    }

    @Test
    void the_workflow_of_a_job_that_the_backup_does_not_hold_ends() {
        assertThat(open(new JobRef(Ids.next(), org, Kind.VIDEO, "ark"))).isInstanceOf(Next.Ended.class);
    }
}
