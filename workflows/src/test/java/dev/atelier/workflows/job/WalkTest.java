package dev.atelier.workflows.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import dev.atelier.domain.job.AttemptRef;
import dev.atelier.domain.job.JobEnd;
import dev.atelier.domain.job.JobRef;
import dev.atelier.domain.job.JobStatus;
import dev.atelier.domain.job.Kind;
import dev.atelier.domain.job.Next;
import dev.atelier.domain.job.WaitReason;
import dev.atelier.workflows.Payloads;
import dev.atelier.workflows.SearchAttributes;
import dev.atelier.workflows.TaskQueues;
import dev.atelier.workflows.client.Doorbell;

import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.CanceledFailure;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;

@Timeout(60)
class WalkTest {

    private static final JobRef IMAGE = new JobRef("j1", "o1", Kind.IMAGE, "ark");
    private static final JobRef VIDEO = new JobRef("j2", "o1", Kind.VIDEO, "ark");
    private static final Next SUBMIT = new Next.Submit(new AttemptRef("s1", "j1", 1), TaskQueues.ofProvider("ark"));
    private static final Next PERSIST = new Next.Persist(new AttemptRef("s1", "j1", 1));
    private static final Next DONE = new Next.Ended(JobEnd.succeeded());
    private static final Next CANCELED = new Next.Ended(JobEnd.canceled("canceled", "by test"));

    private TestWorkflowEnvironment temporal;
    private Doorbell bell;

    private static Next wait(WaitReason reason) {
        return new Next.Wait(reason, Duration.ofMinutes(10), null);
    }

    private void serve(ScriptedSteps steps) {
        TestEnvironmentOptions.Builder options = TestEnvironmentOptions.newBuilder().setUseTimeskipping(false)
                .setWorkflowClientOptions(
                        WorkflowClientOptions.newBuilder().setDataConverter(Payloads.converter()).build());
        SearchAttributes.ALL.forEach(
                (name, type) -> options.registerSearchAttribute(name, IndexedValueType.forNumber(type.getNumber())));
        temporal = TestWorkflowEnvironment.newInstance(options.build());
        var jobs = temporal.newWorker(TaskQueues.JOBS);
        jobs.registerWorkflowImplementationTypes(ImageJobImpl.class, VideoJobImpl.class, MeshJobImpl.class);
        jobs.registerActivitiesImplementations(steps);
        temporal.newWorker(TaskQueues.ofProvider("ark")).registerActivitiesImplementations(steps);
        temporal.newWorker(TaskQueues.MEDIA).registerActivitiesImplementations(steps);
        temporal.start();
        bell = new Doorbell(temporal.getWorkflowClient(), java.util.Optional.of("http://pages/"));
    }

    @AfterEach
    void close() {
        temporal.close();
    }

    private JobEnd end(JobRef job) {
        return stub(job).getResult(JobEnd.class);
    }

    private WorkflowStub stub(JobRef job) {
        return temporal.getWorkflowClient().newUntypedWorkflowStub(job.workflowId());
    }

    private List<String> history(JobRef job) {
        return temporal.getWorkflowClient().fetchHistory(job.workflowId()).getEvents().stream()
                .map(e -> e.getEventType().name().replace("EVENT_TYPE_", "")).collect(Collectors.toList());
    }

    private void until(ScriptedSteps steps, String what) throws InterruptedException {
        for (int i = 0; i < 200 && !steps.done.contains(what); i++) {
            Thread.sleep(20);
        }
        assertThat(steps.done).contains(what);
    }

    @Test
    void an_image_job_needs_at_most_19_events() {
        serve(new ScriptedSteps(SUBMIT, PERSIST, DONE));
        bell.start(IMAGE, "an image");
        assertThat(end(IMAGE).status()).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(history(IMAGE)).as("events").hasSizeLessThanOrEqualTo(19);
    }

    @Test
    void a_video_job_needs_at_most_25_events_however_long_it_waits() throws Exception {
        ScriptedSteps steps = new ScriptedSteps(SUBMIT, wait(WaitReason.PROVIDER), PERSIST, DONE);
        serve(steps);
        bell.start(VIDEO, "a video");
        until(steps, "submit");
        Thread.sleep(500);
        bell.wake(VIDEO, "a video");
        assertThat(end(VIDEO).status()).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(history(VIDEO)).as("events").hasSizeLessThanOrEqualTo(25);
    }

    @Test
    void a_step_in_the_rows_is_tried_again_until_the_database_is_back() {
        ScriptedSteps steps = new ScriptedSteps(SUBMIT, PERSIST, DONE);
        steps.away.set(3);
        serve(steps);
        bell.start(IMAGE, "an image");
        assertThat(end(IMAGE).status()).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(steps.done).containsExactly("open", "open", "open", "open", "submit", "persist");
    }

    @Test
    void a_further_wait_adds_at_most_7_events() throws Exception {
        ScriptedSteps steps = new ScriptedSteps(wait(WaitReason.LINE), SUBMIT, PERSIST, DONE);
        serve(steps);
        bell.start(IMAGE, "an image");
        until(steps, "open");
        Thread.sleep(500);
        bell.wake(IMAGE, "an image");
        assertThat(end(IMAGE).status()).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(history(IMAGE)).as("events").hasSizeLessThanOrEqualTo(19 + 7);
    }

    @Test
    void temporals_own_cancel_is_a_cancel_like_any_other() throws Exception {
        ScriptedSteps steps = new ScriptedSteps(wait(WaitReason.PROVIDER), CANCELED);
        serve(steps);
        bell.start(VIDEO, "a video");
        until(steps, "open");
        stub(VIDEO).cancel();
        // The SDK closes a run that was asked to cancel as canceled, whatever it returns.
        assertThatThrownBy(() -> end(VIDEO)).hasCauseInstanceOf(CanceledFailure.class);
        assertThat(steps.done).containsExactly("open", "look cancel");
    }

    @Test
    void a_signal_without_any_words_is_understood() throws Exception {
        ScriptedSteps steps = new ScriptedSteps(wait(WaitReason.PERSON), CANCELED);
        serve(steps);
        bell.start(VIDEO, "a video");
        until(steps, "open");
        stub(VIDEO).signal("cancel");
        assertThat(end(VIDEO).status()).isEqualTo(JobStatus.CANCELED);
        assertThat(stub(VIDEO).query("status", JobStanding.class).doing()).isEqualTo("ended");
    }

    @Test
    void a_job_that_is_not_running_is_begun_by_its_wake() {
        serve(new ScriptedSteps(SUBMIT, PERSIST, DONE));
        bell.wake(IMAGE, "an image");
        bell.start(IMAGE, "an image");
        assertThat(end(IMAGE).status()).isEqualTo(JobStatus.SUCCEEDED);
    }

    @Test
    void starting_a_job_that_runs_already_wakes_it() throws Exception {
        ScriptedSteps steps = new ScriptedSteps(wait(WaitReason.LINE), DONE);
        serve(steps);
        bell.start(IMAGE, "an image");
        until(steps, "open");
        bell.start(IMAGE, "an image");
        assertThat(end(IMAGE).status()).isEqualTo(JobStatus.SUCCEEDED);
    }

    @Test
    void a_submit_that_cannot_begin_is_not_repeated_at_once() throws Exception {
        ScriptedSteps steps = new ScriptedSteps(SUBMIT);
        serve(steps);
        bell.start(IMAGE, "an image");
        until(steps, "submit");
        Thread.sleep(500);
        assertThat(steps.done).containsOnlyOnce("submit");
        assertThat(stub(IMAGE).query("status", JobStanding.class).waitsFor()).isEqualTo("pause");
    }
}
