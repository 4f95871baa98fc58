package dev.atelier.embedded.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.embedded.testbed.Jobs;
import dev.atelier.embedded.testbed.RealHouse;
import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The rows are enough: a run that is gone is begun anew under the same id and goes on where they stand. */
@RealTemporal
@Order(11)
class TerminatedWorkflowTest {
    private final RealHouse house;
    private final Jobs jobs;

    TerminatedWorkflowTest(RealHouse house) {
        this.house = house;
        this.jobs = house.jobs();
    }

    @Test
    void a_terminated_workflow_is_begun_anew_and_succeeds_with_one_submit() {
        Jobs.Posted video = jobs.post("video", "seconds=5");
        RealHouse.until("it is sent", Duration.ofSeconds(20), () -> house.journal().paidSubmits(video) == 1);
        house.temporal().run("workflow", "terminate", "--workflow-id", video.workflowId(), "--reason", "a proof");
        assertThat(jobs.end(video, Duration.ofSeconds(40))).isEqualTo("succeeded");
        assertThat(house.journal().paidSubmits(video)).isEqualTo(1);
    }

    @Test
    void a_reset_workflow_goes_on_where_its_rows_stand_with_one_submit() {
        Jobs.Posted video = jobs.post("video", "seconds=6");
        RealHouse.until("it is sent", Duration.ofSeconds(20), () -> house.journal().paidSubmits(video) == 1);
        house.temporal().run("workflow", "reset", "--workflow-id", video.workflowId(), "--type", "FirstWorkflowTask",
                "--reason", "a proof");
        assertThat(jobs.end(video, Duration.ofSeconds(60))).isEqualTo("succeeded");
        assertThat(house.journal().paidSubmits(video)).isEqualTo(1);
    }

    @Test
    void a_loop_that_somebody_terminated_is_held_again() {
        house.temporal().run("workflow", "terminate", "--workflow-id", "loop-watch-ark", "--reason", "a proof");
        RealHouse.until("the loop is held again", Duration.ofSeconds(40), () -> house.temporal()
                .json("workflow", "describe", "--workflow-id", "loop-watch-ark").path("workflowExecutionInfo")
                .path("status").asString("").equals("WORKFLOW_EXECUTION_STATUS_RUNNING"));
        Jobs.Posted video = jobs.post("video");
        assertThat(jobs.end(video, Duration.ofSeconds(40))).isEqualTo("succeeded");
    }

    @Test
    void housekeeping_begins_anew_what_nobody_would_wake() {
        Jobs.Posted video = jobs.post("video", "seconds=60");
        RealHouse.until("it is sent", Duration.ofSeconds(20), () -> house.journal().paidSubmits(video) == 1);
        house.temporal().run("workflow", "terminate", "--workflow-id", video.workflowId(), "--reason", "a proof");
        // Housekeeping leaves young jobs alone.
        house.rows().run("update generation_jobs set created_at = created_at - interval '1 minute' where id = '"
                + video.id() + "'");
        house.temporal().run("schedule", "trigger", "--schedule-id", "housekeeping");
        RealHouse.until("it runs again", Duration.ofSeconds(20), () -> house.temporal()
                .json("workflow", "describe", "--workflow-id", video.workflowId()).path("workflowExecutionInfo")
                .path("status").asString("").equals("WORKFLOW_EXECUTION_STATUS_RUNNING"));
        assertThat(jobs.say(video, "cancel").status()).isEqualTo(202);
        assertThat(jobs.end(video, Duration.ofSeconds(20))).isEqualTo("canceled");
        assertThat(house.journal().paidSubmits(video)).isEqualTo(1);
    }
}
