package dev.atelier.workflows.job;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.atelier.workflows.Payloads;
import dev.atelier.workflows.SearchAttributes;
import dev.atelier.workflows.TaskQueues;
import dev.atelier.workflows.client.Doorbell;

import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;

/** Writes the histories anew: {@code tools/record-histories}. Only when running jobs of older software may end first. */
@Timeout(60)
@EnabledIfSystemProperty(named = "histories.record", matches = "true")
class RecordingHistoriesTest {

    private static final Path FOLDER = Path.of("src/test/resources/histories");

    @ParameterizedTest
    @MethodSource("dev.atelier.workflows.job.Story#all")
    void record(Story story) throws Exception {
        ScriptedSteps steps = new ScriptedSteps(story.decided().toArray(new dev.atelier.domain.job.Next[0]));
        try (TestWorkflowEnvironment temporal = serving(steps)) {
            Doorbell bell = new Doorbell(temporal.getWorkflowClient(), java.util.Optional.empty());
            bell.start(story.job(), "a golden history");
            WorkflowStub run = temporal.getWorkflowClient().newUntypedWorkflowStub(story.job().workflowId());
            int seen = 0;
            for (String said : story.said()) {
                seen = waits(run, steps, seen);
                switch (said) {
                    case "wake" -> bell.wake(story.job(), "a golden history");
                    case "terminate" -> {
                        run.terminate("a golden history");
                        bell.wake(story.job(), "begun anew");
                        run = temporal.getWorkflowClient().newUntypedWorkflowStub(story.job().workflowId());
                    }
                    case "adopt" -> run.signal("adopt", new SaidTask("t-9", "me", "it is this one", "r-1"));
                    default -> run.signal(said, new Said("me", "a person decides", "r-1"));
                }
            }
            run.getResult(dev.atelier.domain.job.JobEnd.class);
            Files.createDirectories(FOLDER);
            Files.writeString(FOLDER.resolve(story.file()),
                    temporal.getWorkflowClient().fetchHistory(story.job().workflowId()).toJson(true) + "\n");
        }
    }

    /** Until it has done something more and waits. */
    private static int waits(WorkflowStub run, ScriptedSteps steps, int seen) throws InterruptedException {
        while (steps.done.size() <= seen
                || !Set.of("wait", "convert").contains(run.query("status", JobStanding.class).doing())) {
            Thread.sleep(50);
        }
        Thread.sleep(200);
        return steps.done.size();
    }

    private static TestWorkflowEnvironment serving(ScriptedSteps steps) {
        TestEnvironmentOptions.Builder options = TestEnvironmentOptions.newBuilder().setUseTimeskipping(false)
                .setWorkflowClientOptions(
                        WorkflowClientOptions.newBuilder().setDataConverter(Payloads.converter()).build());
        SearchAttributes.ALL.forEach(
                (name, type) -> options.registerSearchAttribute(name, IndexedValueType.forNumber(type.getNumber())));
        TestWorkflowEnvironment temporal = TestWorkflowEnvironment.newInstance(options.build());
        var jobs = temporal.newWorker(TaskQueues.JOBS);
        jobs.registerWorkflowImplementationTypes(ImageJobImpl.class, VideoJobImpl.class, MeshJobImpl.class,
                ConversionJobImpl.class);
        jobs.registerActivitiesImplementations(steps);
        temporal.newWorker(TaskQueues.ofProvider("ark")).registerActivitiesImplementations(steps);
        temporal.newWorker(TaskQueues.CONVERT).registerActivitiesImplementations(steps);
        temporal.newWorker(TaskQueues.MEDIA).registerActivitiesImplementations(steps);
        temporal.start();
        return temporal;
    }
}
