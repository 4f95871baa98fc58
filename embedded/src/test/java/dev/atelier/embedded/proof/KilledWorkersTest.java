package dev.atelier.embedded.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** SIGKILL at the worst moments: the ledger says what was paid, and nothing is paid again without a person. */
@RealTemporal
@Order(20)
class KilledWorkersTest {
    private static final Duration MINUTE = Duration.ofSeconds(60);

    private final RealHouse house;
    private final Jobs jobs;

    KilledWorkersTest(RealHouse house) {
        this.house = house;
        this.jobs = house.jobs();
    }

    @Test
    void six_videos_survive_the_kill_of_both_workers_with_one_submit_each() {
        List<Jobs.Posted> videos = jobs.several(6, "video", "seconds=8");
        RealHouse.until("all are sent", MINUTE, () -> house.journal().paidSubmits(videos).equals(ones(6)));
        house.plugs().kill("worker-1", "worker-2");
        house.plugs().start("worker-1");
        assertThat(videos).allSatisfy(video -> assertThat(jobs.end(video, MINUTE)).isEqualTo("succeeded"));
        assertThat(house.journal().paidSubmits(videos)).isEqualTo(ones(6));
    }

    @Test
    void a_worker_killed_inside_a_call_leaves_no_second_payment_to_chance() {
        Jobs.Posted retried = jobs.post("image", "seconds=9");
        Jobs.Posted canceled = jobs.post("image", "seconds=9");
        Jobs.Posted video = jobs.post("video", "ack=9", "seconds=1");
        List<Jobs.Posted> all = List.of(retried, canceled, video);
        RealHouse.until("all are being sent", MINUTE, () -> house.journal().paidSubmits(all).equals(ones(3)));
        house.plugs().kill("worker-1", "worker-2");
        house.plugs().start("worker-1");

        an_image_stands_as_needs_attention_within_a_minute_with_one_submit(retried);
        an_image_stands_as_needs_attention_within_a_minute_with_one_submit(canceled);
        a_video_is_found_in_the_providers_list_and_succeeds_with_one_submit(video);
        retry_of_a_parked_image_sends_exactly_once_more(retried);
        cancel_of_a_parked_image_sends_nothing(canceled);
    }

    private void an_image_stands_as_needs_attention_within_a_minute_with_one_submit(Jobs.Posted image) {
        Duration took = RealHouse.until("a person is asked", MINUTE,
                () -> jobs.attention(image).equals("outcome_unknown"));
        System.out.println("needs attention " + took.toMillis() + " ms after a worker was ready");
        assertThat(jobs.status(image)).isEqualTo("running");
        assertThat(house.journal().paidSubmits(image)).isEqualTo(1);
        RealHouse.until("operators find it by search", Duration.ofSeconds(10), () -> house.temporal()
                .run("workflow", "list", "--query", "NeedsAttention=true").contains(image.workflowId()));
    }

    private void a_video_is_found_in_the_providers_list_and_succeeds_with_one_submit(Jobs.Posted video) {
        assertThat(jobs.end(video, MINUTE)).isEqualTo("succeeded");
        assertThat(house.journal().paidSubmits(video)).isEqualTo(1);
        assertThat(jobs.submissions(video)).hasSize(1);
    }

    private void retry_of_a_parked_image_sends_exactly_once_more(Jobs.Posted image) {
        assertThat(jobs.say(image, "retry").status()).isEqualTo(202);
        assertThat(jobs.end(image, MINUTE)).isEqualTo("succeeded");
        assertThat(house.journal().paidSubmits(image)).isEqualTo(2);
        assertThat(jobs.submissions(image)).hasSize(2);
    }

    private void cancel_of_a_parked_image_sends_nothing(Jobs.Posted image) {
        assertThat(jobs.say(image, "cancel").status()).isEqualTo(202);
        assertThat(jobs.end(image, MINUTE)).isEqualTo("canceled");
        assertThat(house.journal().paidSubmits(image)).isEqualTo(1);
    }

    private static List<Integer> ones(int number) {
        return java.util.Collections.nCopies(number, 1);
    }
}
