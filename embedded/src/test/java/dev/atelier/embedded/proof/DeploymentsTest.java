package dev.atelier.embedded.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.embedded.testbed.Jobs;
import dev.atelier.embedded.testbed.RealHouse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Two builds side by side: what began on one ends on it, what has no end goes on with the current one. */
@RealTemporal
@Tag("faults")
@Order(30)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeploymentsTest {
    private static final Duration MINUTE = Duration.ofSeconds(60);
    private static final String NAME = "proof";

    private final RealHouse house;
    private final Jobs jobs;
    private Jobs.Posted longOne;
    private Jobs.Posted parked;

    DeploymentsTest(RealHouse house) {
        this.house = house;
        this.jobs = house.jobs();
    }

    @BeforeAll
    void roll_out_a_second_build_while_the_first_has_work() {
        house.plugs().end("worker-1", "worker-2");
        start("worker-1", "one");
        current("one");
        longOne = jobs.post("video", "seconds=600");
        parked = jobs.post("image", "submit=drop_after_accept,ok");
        RealHouse.until("it is sent", MINUTE, () -> house.journal().paidSubmits(longOne) == 1);
        RealHouse.until("a person is asked", MINUTE, () -> !jobs.attention(parked).isEmpty());
        start("worker-2", "two");
        current("two");
    }

    @Test
    @Order(1)
    void what_begins_now_runs_on_the_current_build_and_what_runs_stays_on_its_own() {
        Jobs.Posted image = jobs.post("image");
        assertThat(jobs.end(image, MINUTE)).isEqualTo("succeeded");
        assertThat(build(image)).isEqualTo("two");
        jobs.say(longOne, "cancel");
        assertThat(jobs.end(longOne, MINUTE)).isEqualTo("canceled");
        assertThat(build(longOne)).isEqualTo("one");
        assertThat(house.journal().paidSubmits(longOne)).isEqualTo(1);
    }

    @Test
    @Order(2)
    void loops_and_parked_jobs_go_on_with_the_current_build_when_the_old_one_has_left() {
        house.plugs().end("worker-1");
        Jobs.Posted video = jobs.post("video", "seconds=1");
        assertThat(jobs.end(video, MINUTE)).as("the watch went on").isEqualTo("succeeded");
        house.temporal().run("workflow", "update-options", "--workflow-id", parked.workflowId(),
                "--versioning-override-behavior", "auto_upgrade");
        assertThat(jobs.say(parked, "retry").status()).isEqualTo(202);
        assertThat(jobs.end(parked, MINUTE)).isEqualTo("succeeded");
        assertThat(build(parked)).isEqualTo("two");
        assertThat(house.journal().paidSubmits(parked)).as("one more, as the person said").isEqualTo(2);
    }

    @Test
    @Order(3)
    void workers_without_a_deployment_take_over_again_when_they_are_made_current() {
        house.temporal().run("worker", "deployment", "set-current-version", "--deployment-name", NAME, "--unversioned",
                "--yes", "--ignore-missing-task-queues");
        house.plugs().end("worker-2");
        house.plugs().startAll();
        Jobs.Posted video = jobs.post("video", "seconds=1");
        assertThat(jobs.end(video, MINUTE)).isEqualTo("succeeded");
    }

    @AfterAll
    void as_it_was() {
        house.plugs().startAll();
    }

    private void start(String worker, String build) {
        house.plugs().start(worker, Map.of("ATELIER_WORKER_DEPLOYMENT", NAME, "ATELIER_WORKER_BUILD", build));
    }

    /** The server learns of a build, queue by queue, when its workers first ask for work. */
    private void current(String build) {
        RealHouse.until(build + " is current", MINUTE, () -> {
            try {
                house.temporal().run("worker", "deployment", "set-current-version", "--deployment-name", NAME,
                        "--build-id", build, "--yes");
                return true;
            } catch (AssertionError notYet) {
                return false;
            }
        });
    }

    private String build(Jobs.Posted job) {
        return house.temporal().json("workflow", "describe", "--workflow-id", job.workflowId())
                .at("/workflowExecutionInfo/versioningInfo/deploymentVersion/buildId").asString();
    }
}
