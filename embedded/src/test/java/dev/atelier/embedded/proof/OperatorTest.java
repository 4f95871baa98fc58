package dev.atelier.embedded.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.embedded.testbed.Jobs;
import dev.atelier.embedded.testbed.RealHouse;
import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What an operator does with nothing but Temporal's own command line. */
@RealTemporal
@Order(2)
class OperatorTest {
    private final RealHouse house;
    private final Jobs jobs;

    OperatorTest(RealHouse house) {
        this.house = house;
        this.jobs = house.jobs();
    }

    @Test
    void lists_describes_and_cancels_a_running_video() {
        Jobs.Posted video = jobs.post("video", "seconds=60");
        RealHouse.until("it is sent", Duration.ofSeconds(20), () -> house.journal().paidSubmits(video) == 1);

        RealHouse.until("it is listed by its kind", Duration.ofSeconds(10), () -> house.temporal()
                .run("workflow", "list", "--query", "JobKind=\"video\"").contains(video.workflowId()));
        JsonNode run = house.temporal().json("workflow", "describe", "--workflow-id", video.workflowId());
        assertThat(run.at("/workflowExecutionInfo/type/name").asString()).isEqualTo("VideoJob");
        assertThat(house.temporal().run("workflow", "metadata", "--workflow-id", video.workflowId()))
                .contains("Waiting").contains("the provider");
        assertThat(house.temporal().run("workflow", "query", "--workflow-id", video.workflowId(), "--type", "status"))
                .contains("provider");

        house.temporal().run("workflow", "signal", "--workflow-id", video.workflowId(), "--name", "cancel", "--input",
                "{\"by\":\"cli\",\"reason\":\"test\"}");
        assertThat(jobs.end(video, Duration.ofSeconds(10))).isEqualTo("canceled");
        assertThat(house.rows().one("select cancel_by, cancel_reason from generation_jobs where id = '" + video.id()
                + "'")).containsEntry("cancel_by", "cli").containsEntry("cancel_reason", "test");
    }

    @Test
    void a_cancel_without_any_word_is_a_cancel() {
        Jobs.Posted video = jobs.post("video", "seconds=60");
        RealHouse.until("it is sent", Duration.ofSeconds(20), () -> house.journal().paidSubmits(video) == 1);
        house.temporal().run("workflow", "signal", "--workflow-id", video.workflowId(), "--name", "cancel");
        assertThat(jobs.end(video, Duration.ofSeconds(10))).isEqualTo("canceled");
    }

    @Test
    void a_queued_task_is_canceled_at_the_provider_too() {
        Jobs.Posted video = jobs.post("video", "queued=60");
        RealHouse.until("its task is known", Duration.ofSeconds(20),
                () -> !jobs.submissions(video).path(0).path("remote_task_id").asString("").isEmpty());
        String task = jobs.submissions(video).path(0).path("remote_task_id").asString();
        jobs.say(video, "cancel");
        assertThat(jobs.end(video, Duration.ofSeconds(10))).isEqualTo("canceled");
        RealHouse.until("the provider was asked to cancel, once", Duration.ofSeconds(15),
                () -> house.journal().cancels(task) == 1);
        RealHouse.until("its slot is free", Duration.ofSeconds(15), () -> house.rows().number(
                "select count(*) from submissions where held_by is not null and job_id = '" + video.id() + "'") == 0);
    }
}
