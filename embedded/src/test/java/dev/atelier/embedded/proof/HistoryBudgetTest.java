package dev.atelier.embedded.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.embedded.testbed.Jobs;
import dev.atelier.embedded.testbed.RealHouse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** However long a provider takes, a job's history is as long as its steps. {@code -Datelier.proof.long=60} takes its time. */
@RealTemporal
@Order(1)
class HistoryBudgetTest {
    private static final int LONG = Integer.getInteger("atelier.proof.long", 20);
    private static final Duration PATIENCE = Duration.ofSeconds(LONG + 40L);

    private final RealHouse house;
    private final Jobs jobs;

    HistoryBudgetTest(RealHouse house) {
        this.house = house;
        this.jobs = house.jobs();
    }

    @Test
    void a_video_of_3_s_and_a_long_one_have_the_same_number_of_events_at_most_25_and_an_image_at_most_19() {
        // The first of each kind warms the house up; its numbers count as well.
        Jobs.Posted longVideo = jobs.post("video", "seconds=" + LONG);
        List<Jobs.Posted> shortVideos = jobs.several(3, "video", "seconds=3");
        List<Jobs.Posted> images = jobs.several(3, "image");

        List<String> events = events(longVideo);
        System.out.println("events of a video job of " + LONG + " s: " + events.size() + " " + events);
        assertThat(events).hasSizeLessThanOrEqualTo(25);
        for (Jobs.Posted shortVideo : shortVideos)
            assertThat(events(shortVideo)).hasSameSizeAs(events);
        for (Jobs.Posted image : images) {
            List<String> steps = events(image);
            System.out.println("events of an image job: " + steps.size() + " " + steps);
            assertThat(steps).hasSizeLessThanOrEqualTo(19);
        }
    }

    private List<String> events(Jobs.Posted job) {
        assertThat(jobs.end(job, PATIENCE)).isEqualTo("succeeded");
        RealHouse.until("its run is closed", Duration.ofSeconds(10),
                () -> house.temporal().events(job).getLast().equals("EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED"));
        return house.temporal().events(job);
    }
}
