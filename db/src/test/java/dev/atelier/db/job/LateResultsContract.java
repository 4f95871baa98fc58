package dev.atelier.db.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.atelier.db.asset.KeepingFiles;
import dev.atelier.db.asset.ReadingAssets;
import dev.atelier.db.asset.Staged;
import dev.atelier.db.attempt.SubmissionRow;
import dev.atelier.db.catalogue.Catalogue;
import dev.atelier.db.dialect.Ids;
import dev.atelier.db.tenant.Organisations;
import dev.atelier.db.tenant.ProjectPolicies;
import dev.atelier.db.tenant.Projects;
import dev.atelier.domain.attempt.SubmissionState;
import dev.atelier.domain.catalogue.Input;
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

/** What was paid for and comes late, and what a project pays for without asking. */
abstract class LateResultsContract extends JobContract {

    private static final Sighting.Ended MADE = new Sighting.Ended("succeeded", success("tokens"), EXCHANGE);

    private String tenant;

    /** A project that allows this much; jobs of it belong to {@link #tenant}. */
    private String project(String usd, Boolean keepLate) {
        tenant = db.get(Organisations.class).ensure("studio " + Ids.next());
        String project = db.get(Projects.class).ensure(tenant, "film");
        db.get(ProjectPolicies.class).change(tenant, project, new BigDecimal(usd), keepLate, null, "a test");
        return project;
    }

    private JobRef post(String model, String project) {
        var found = db.get(Catalogue.class).find(model).orElseThrow();
        Posted posted = db.get(PostingJobs.class).post(new NewJob(tenant, Ids.next(), "req-1", found,
                new Input("a fox", null, List.of(), null, null, null, null, null, "url"), project, 5, null, null,
                Map.of(), now().plus(Duration.ofHours(24)), null, null));
        JobView job = ((Posted.New) posted).job();
        return new JobRef(job.id(), tenant, job.kind(), job.provider());
    }

    private AttemptRef leftBehind(JobRef job) {
        AttemptRef left = sent(job, "t-" + Ids.next());
        for (int looks = 0; looks < 6; looks++) {
            db.get(WatchingTasks.class).missing(row(left));
        }
        return left;
    }

    private BigDecimal spent(String project) {
        return db.get(ProjectPolicies.class).find(tenant, project).orElseThrow().maybeSpentUsd();
    }

    @Test
    void a_task_accepted_after_its_attempt_was_written_off_is_canceled_and_looked_at_to_its_end() {
        account("k1", 2, 0);
        JobRef job = post(VIDEO);
        AttemptRef attempt = sending(job);
        look(job, Decision.SUBMIT_LOST);
        look(job, Decision.cancel("me", null, null));
        record(attempt, new SubmitOutcome.Accepted(new TaskId("t-late"), EXCHANGE));
        assertThat(row(attempt).cancelWantedAt()).isNotNull();
        assertThat(db.get(WatchingTasks.class).due(LEAVE, "ark", 10)).extracting(SubmissionRow::id)
                .containsExactly(attempt.submissionId());
        db.get(WatchingTasks.class).working(row(attempt), new Sighting.Working("running", null, null));
        assertThat(db.get(WatchingTasks.class).due(LEAVE, "ark", 10)).as("not all the time").isEmpty();
        db.get(WatchingTasks.class).ended(row(attempt), MADE);
        db.get(WatchingTasks.class).ended(row(attempt), MADE);
        assertThat(row(attempt).state()).as("no state goes back").isEqualTo(SubmissionState.WRITTEN_OFF);
        assertThat(row(attempt).slot()).isNull();
        assertThat(view(job).status()).isEqualTo(JobStatus.CANCELED);
        assertThat(view(job).costUsd()).as("it was paid").isPositive();
        assertThat(db.get(LateResults.class).due(LEAVE, 10)).hasSize(1);
    }

    @Test
    void an_attempt_left_behind_that_is_made_spares_its_successor_that_is_not_sent_yet() {
        account("k1", 2, 0);
        JobRef job = post(VIDEO);
        AttemptRef left = leftBehind(job);
        AttemptRef second = ((Next.Submit) look(job, Decision.retry("me", null, null))).attempt();
        db.get(WatchingTasks.class).ended(row(left), MADE);
        assertThat(row(second).state()).isEqualTo(SubmissionState.WITHDRAWN);
        assertThat(open(job)).isEqualTo(new Next.Persist(left));
        assertThat(db.get(SendingAttempts.class).intend(second, "w")).as("nothing is paid twice").isEmpty();
    }

    @Test
    void an_attempt_left_behind_that_is_made_is_used_when_its_successor_fails() {
        account("k1", 2, 0);
        JobRef job = post(VIDEO);
        AttemptRef left = leftBehind(job);
        look(job, Decision.retry("me", null, null));
        AttemptRef second = sent(job, "t-2");
        db.get(WatchingTasks.class).ended(row(left), MADE);
        assertThat(((Next.Wait) open(job)).reason()).isEqualTo(WaitReason.PROVIDER);
        db.get(WatchingTasks.class).ended(row(second), new Sighting.Ended("failed",
                new Finished.Failed(Failure.of(ErrorKind.GENERATION_FAILED, "no")), EXCHANGE));
        assertThat(open(job)).isEqualTo(new Next.Persist(left));
    }

    @Test
    void a_result_that_its_canceled_job_does_not_want_is_kept_beside_it() throws Exception {
        account("k1", 1, 0);
        JobRef job = post(VIDEO);
        AttemptRef attempt = sent(job, "t-1");
        look(job, Decision.cancel("me", null, null));
        db.get(WatchingTasks.class).ended(row(attempt), MADE);
        LateResults late = db.get(LateResults.class);
        SubmissionRow due = late.due(LEAVE, 10).getFirst();
        Results result = late.toFetch(due).orElseThrow().getFirst();
        Staged file = db.get(KeepingFiles.class).stage(target -> target.write("bytes".getBytes()));
        late.kept(due, List.of(new KeepingFiles.Result(result.assetId(), result.role(), file)));
        assertThat(late.due(LEAVE, 10)).isEmpty();
        assertThat(db.get(ReadingAssets.class).ofJob(org, job.jobId())).as("no output of the job").isEmpty();
        assertThat(db.get(ReadingAssets.class).find(org, result.assetId())).get()
                .satisfies(asset -> assertThat(asset.role()).isEqualTo("late"));
    }

    @Test
    void a_project_may_want_no_late_results() {
        account("k1", 1, 0);
        JobRef job = post(VIDEO, project("0", false));
        AttemptRef attempt = sent(job, "t-1");
        look(job, Decision.cancel("me", null, null));
        db.get(WatchingTasks.class).ended(row(attempt), MADE);
        LateResults late = db.get(LateResults.class);
        assertThat(late.toFetch(late.due(LEAVE, 10).getFirst())).isEmpty();
        assertThat(late.due(LEAVE, 10)).isEmpty();
    }

    @Test
    void by_default_no_maybe_is_sent_again_by_itself() {
        account("k1", 1, 0);
        JobRef job = post(IMAGE, project("0", null));
        assertThat(((Next.Wait) record(sending(job), ambiguous())).reason()).isEqualTo(WaitReason.PERSON);
    }

    @Test
    void a_project_that_says_what_a_maybe_may_cost_has_its_job_sent_again_until_that_is_spent() {
        account("k1", 3, 0);
        String project = project("0.05", null);
        JobRef job = post(IMAGE, project);
        AttemptRef lost = sending(job);
        assertThat(((Next.Wait) record(lost, ambiguous())).reason()).isEqualTo(WaitReason.PAUSE);
        assertThat(row(lost).state()).isEqualTo(SubmissionState.WRITTEN_OFF);
        assertThat(spent(project)).isEqualByComparingTo("0.035");
        db.clock().advance(Duration.ofSeconds(3));
        assertThat(((Next.Wait) record(sending(job), ambiguous())).reason()).as("the rest does not pay for another")
                .isEqualTo(WaitReason.PERSON);
        assertThat(spent(project)).isEqualByComparingTo("0.035");
    }

    @Test
    void a_lost_video_is_looked_for_first_and_only_then_sent_again() {
        account("k1", 1, 0);
        String project = project("2", null);
        JobRef job = post(VIDEO, project);
        AttemptRef lost = sending(job);
        record(lost, ambiguous());
        for (int tries = 0; tries < 12; tries++) {
            assertThat(spent(project)).isZero();
            db.get(FindingLostTasks.class).found(row(lost), new Found.Undecided("two could be it"));
        }
        assertThat(spent(project)).isEqualByComparingTo("1.20");
        assertThat(view(job).needsAttention()).isNull();
    }

    @Test
    void however_many_are_lost_at_once_the_bound_holds() throws Exception {
        account("k1", 20, 0);
        String project = project("0.18", null);
        List<AttemptRef> lost = IntStream.range(0, 12).mapToObj(i -> sending(post(IMAGE, project))).toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            for (Future<Next> done : threads.invokeAll(lost.stream()
                    .<Callable<Next>>map(attempt -> () -> record(attempt, ambiguous())).toList())) {
                done.get();
            }
        }
        assertThat(spent(project)).as("five at 0.035").isEqualByComparingTo("0.175");
        assertThat(lost.stream().filter(attempt -> row(attempt).state() == SubmissionState.WRITTEN_OFF)).hasSize(5);
        assertThat(db.sql().sql("select sum(maybe_usd) from submissions").query(BigDecimal.class).single())
                .isEqualByComparingTo("0.175");
    }

    @Test
    void the_slot_of_a_lost_image_is_free_when_no_call_can_last_any_longer() {
        account("k1", 1, 0);
        JobRef job = post(IMAGE);
        AttemptRef lost = sending(job);
        record(lost, ambiguous());
        look(job, Decision.cancel("me", null, null));
        JobRef next = post(IMAGE);
        assertThat(((Next.Wait) open(next)).reason()).isEqualTo(WaitReason.LINE);
        db.clock().advance(Duration.ofSeconds(191));
        db.get(WatchingTasks.class).due(LEAVE, "ark", 10).forEach(db.get(WatchingTasks.class)::overrun);
        assertThat(open(next)).isInstanceOf(Next.Submit.class);
    }
}
