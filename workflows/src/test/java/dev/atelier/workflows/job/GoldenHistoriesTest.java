package dev.atelier.workflows.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.atelier.domain.job.JobEnd;
import dev.atelier.domain.job.JobRef;
import dev.atelier.domain.job.Kind;
import dev.atelier.domain.job.Next;
import dev.atelier.workflows.Payloads;
import dev.atelier.workflows.TaskQueues;

import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;

/** What once ran must be replayable: a job that waits since yesterday is replayed by today's software. */
@Timeout(60)
class GoldenHistoriesTest {

    private static TestWorkflowEnvironment temporal;
    private static Worker today;
    private static Worker altered;

    /** The walk with a pause before each submit, as somebody might add it without thinking of running jobs. */
    public static final class AlteredVideoJob extends Walk implements VideoJob {

        private final JobRef job;

        @WorkflowInit
        public AlteredVideoJob(JobRef job) {
            super(job);
            this.job = job;
        }

        @Override
        public JobEnd make(JobRef ref) {
            Next next = Steps.rows().open(job);
            Workflow.sleep(Duration.ofSeconds(1));
            Next.Submit submit = (Next.Submit) next;
            Steps.submitting(submit.queue(), "attempt 1").submit(submit.attempt());
            return JobEnd.succeeded();
        }
    }

    @BeforeAll
    static void open() {
        temporal = TestWorkflowEnvironment.newInstance(TestEnvironmentOptions.newBuilder()
                .setWorkflowClientOptions(
                        WorkflowClientOptions.newBuilder().setDataConverter(Payloads.converter()).build())
                .build());
        today = temporal.newWorker(TaskQueues.JOBS);
        today.registerWorkflowImplementationTypes(ImageJobImpl.class, VideoJobImpl.class, MeshJobImpl.class,
                ConversionJobImpl.class);
        altered = temporal.newWorker("altered");
        altered.registerWorkflowImplementationTypes(AlteredVideoJob.class);
    }

    @AfterAll
    static void close() {
        temporal.close();
    }

    private static WorkflowExecutionHistory history(Story story) throws IOException {
        try (InputStream json = GoldenHistoriesTest.class.getResourceAsStream("/histories/" + story.file())) {
            assertThat(json).as("tools/record-histories makes " + story.file()).isNotNull();
            return WorkflowExecutionHistory.fromJson(new String(json.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.atelier.workflows.job.Story#all")
    void a_history_of_earlier_software_is_replayed(Story story) throws Exception {
        today.replayWorkflowExecution(history(story));
    }

    @Test
    void an_edit_that_running_jobs_would_not_survive_fails() {
        Story story = Story.all().filter(each -> each.kind() == Kind.VIDEO && each.name().equals("success")).findFirst()
                .orElseThrow();
        assertThatThrownBy(() -> altered.replayWorkflowExecution(history(story)))
                .hasStackTraceContaining("NonDeterministicException");
    }

    @Test
    void a_job_begun_anew_does_not_submit_again() throws Exception {
        for (Story story : Story.all().filter(each -> each.name().equals("begun-anew")).toList()) {
            assertThat(history(story).toJson(false)).as(story.toString()).doesNotContain("\"Submit\"");
        }
    }
}
