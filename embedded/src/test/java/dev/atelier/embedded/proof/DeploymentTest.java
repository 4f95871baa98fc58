package dev.atelier.embedded.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.embedded.testbed.Jobs;
import dev.atelier.embedded.testbed.RealHouse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Workers with a build of a deployment: a job that began on the old build ends on it, a new one begins on the new. */
@RealTemporal
@Tag("faults")
@Order(90)
class DeploymentTest {
    private final RealHouse house;
    private final Jobs jobs;

    DeploymentTest(RealHouse house) {
        this.house = house;
        this.jobs = house.jobs();
    }

    @AfterEach
    void without() {
        deployment("set-current-version", "--unversioned");
        house.plugs().kill("worker-1", "worker-2");
        house.plugs().startAll();
    }

    @Test
    void a_job_ends_on_the_build_it_began_on() {
        house.plugs().kill("worker-1", "worker-2");
        house.plugs().start("worker-1", build("old"));
        current("old");
        Jobs.Posted video = jobs.post("video", "seconds=40");
        RealHouse.until("it is sent", Duration.ofSeconds(60), () -> house.journal().paidSubmits(video) == 1);

        house.plugs().start("worker-2", build("new"));
        current("new");
        Jobs.Posted image = jobs.post("image");
        assertThat(jobs.end(image, Duration.ofSeconds(60))).isEqualTo("succeeded");
        assertThat(jobs.end(video, Duration.ofSeconds(120))).isEqualTo("succeeded");

        assertThat(buildOf(image)).contains("new").doesNotContain("old");
        assertThat(buildOf(video)).contains("old").doesNotContain("new");
        assertThat(house.journal().paidSubmits(video)).isEqualTo(1);
    }

    private static Map<String, String> build(String id) {
        return Map.of("ATELIER_WORKER_DEPLOYMENT_NAME", "atelier", "ATELIER_WORKER_DEPLOYMENT_BUILD_ID", id);
    }

    /** The server knows a build once a worker of it has asked for work. */
    private void current(String build) {
        RealHouse.until("the build is the current one", Duration.ofSeconds(60), () -> {
            try {
                deployment("set-current-version", "--build-id", build);
                return true;
            } catch (AssertionError notYet) {
                return false;
            }
        });
    }

    private void deployment(String verb, String... words) {
        String[] all = new String[words.length + 7];
        System.arraycopy(new String[]{"worker", "deployment", verb, "--deployment-name", "atelier", "--yes",
                "--ignore-missing-task-queues"}, 0, all, 0, 7);
        System.arraycopy(words, 0, all, 7, words.length);
        house.temporal().run(all);
    }

    private String buildOf(Jobs.Posted job) {
        return house.temporal().json("workflow", "describe", "--workflow-id", job.workflowId())
                .path("workflowExecutionInfo").path("versioningInfo").toString();
    }
}
