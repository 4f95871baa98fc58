package dev.atelier.db.job;

import static org.assertj.core.api.Assertions.assertThat;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import dev.atelier.domain.attempt.SubmissionState;
import dev.atelier.domain.job.AttemptRef;
import dev.atelier.domain.job.JobRef;
import dev.atelier.domain.job.Next;
import dev.atelier.domain.job.WaitReason;
import dev.atelier.domain.provider.Found;
import dev.atelier.domain.provider.TaskId;

/** What looking for a request that was lost, or at a task that is gone, brings. */
abstract class FindingContract extends JobContract {

    @Test
    void a_lost_request_that_is_found_goes_on_as_sent() {
        account("k1", 1, 0);
        JobRef job = post(VIDEO);
        AttemptRef attempt = sending(job);
        assertThat(((Next.Wait) record(attempt, ambiguous())).reason()).isEqualTo(WaitReason.PROVIDER);
        db.get(FindingLostTasks.class).found(row(attempt), new Found.Task(new TaskId("t-1")));
        assertThat(row(attempt).state()).isEqualTo(SubmissionState.SENT);
        assertThat(submissions(job)).isEqualTo(1);
    }

    @Test
    void absence_is_proof_only_when_read_twice_the_second_time_late_enough() {
        account("k1", 1, 0);
        JobRef job = post(VIDEO);
        AttemptRef attempt = sending(job);
        record(attempt, ambiguous());
        FindingLostTasks finding = db.get(FindingLostTasks.class);
        finding.found(row(attempt), new Found.Absent());
        db.clock().advance(Duration.ofSeconds(30));
        finding.found(row(attempt), new Found.Absent());
        assertThat(row(attempt).state()).as("too early").isEqualTo(SubmissionState.AMBIGUOUS);
        db.clock().advance(Duration.ofSeconds(45));
        finding.found(row(attempt), new Found.Absent());
        assertThat(row(attempt).state()).isEqualTo(SubmissionState.NOT_SENT);
        assertThat(((Next.Wait) open(job)).reason()).as("a next attempt is allowed, after a wait")
                .isEqualTo(WaitReason.PAUSE);
        db.clock().advance(Duration.ofSeconds(3));
        assertThat(open(job)).isInstanceOf(Next.Submit.class);
        assertThat(count(row(attempt).accountId(), "video")).isZero();
    }

    @Test
    void a_task_the_provider_no_longer_knows_parks_the_job() {
        account("k1", 1, 0);
        JobRef job = post(VIDEO);
        AttemptRef attempt = sent(job, "t-1");
        for (int looks = 0; looks < 6; looks++) {
            db.get(WatchingTasks.class).missing(row(attempt));
        }
        assertThat(view(job).needsAttention().reason()).isEqualTo("task_not_found");
        assertThat(row(attempt).state()).isEqualTo(SubmissionState.SENT);
    }

    @Test
    void the_longest_run_time_frees_the_slot_and_parks_but_ends_nothing() {
        account("k1", 1, 0);
        JobRef job = post(VIDEO);
        AttemptRef attempt = sent(job, "t-1");
        JobRef next = post(VIDEO);
        open(next);
        db.clock().advance(Duration.ofHours(1).plusSeconds(1));
        db.get(WatchingTasks.class).overrun(row(attempt));
        assertThat(view(job).needsAttention().reason()).isEqualTo("no_end_known");
        assertThat(row(attempt).state()).isEqualTo(SubmissionState.SENT);
        assertThat(open(next)).isInstanceOf(Next.Submit.class);
    }
}
