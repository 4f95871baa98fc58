package dev.atelier.embedded.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.embedded.testbed.Jobs;
import dev.atelier.embedded.testbed.RealHouse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Providers tell that there is something to look at; what they say, how often and in which order matters to nobody. */
@RealTemporal
@Order(4)
class CallbackTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    private final RealHouse house;
    private final Jobs jobs;

    CallbackTest(RealHouse house) {
        this.house = house;
        this.jobs = house.jobs();
    }

    @Test
    void a_video_ends_by_its_callback_long_before_anybody_would_have_looked() {
        Jobs.Posted video = jobs.post("video", "seconds=12", "queued=1");
        RealHouse.until("it is told that it has begun", SOON, () -> house.journal().callbacks(video).size() == 1);
        RealHouse.until("nobody looks for an hour", SOON, () -> {
            house.rows().run("update submissions set next_look_at = now() + interval '1 hour' where job_id = '"
                    + video.id() + "' and state = 'sent'");
            return house.rows().number("select count(*) from submissions where job_id = '" + video.id()
                    + "' and next_look_at > now() + interval '59 minutes' and updated_at < now() - interval '1 second'") == 1;
        });
        assertThat(jobs.end(video, SOON)).isEqualTo("succeeded");
        assertThat(house.journal().callbacks(video)).containsOnly("accepted").hasSize(2);
    }

    @Test
    void told_twice_or_in_the_wrong_order_a_job_ends_once() {
        Jobs.Posted twice = jobs.post("video", "seconds=3", "callback=twice");
        Jobs.Posted reversed = jobs.post("video", "seconds=3", "callback=reversed");
        Jobs.Posted garbage = jobs.post("video", "seconds=3", "callback=garbage");
        for (Jobs.Posted each : new Jobs.Posted[]{twice, reversed, garbage}) {
            assertThat(jobs.end(each, SOON)).isEqualTo("succeeded");
            assertThat(house.journal().paidSubmits(each)).isEqualTo(1);
            assertThat(jobs.read(each).path("output").size()).isEqualTo(1);
        }
        RealHouse.until("all callbacks came", SOON, () -> house.journal().callbacks(twice).size() == 4
                && house.journal().callbacks(reversed).size() == 2);
        assertThat(jobs.status(twice)).isEqualTo("succeeded");
    }

    @Test
    void who_signs_is_heard_only_with_the_right_signature_and_the_job_ends_all_the_same() {
        Jobs.Posted fal = jobs.post("image", Map.of("model", "fal/flux-dev"), "seconds=2");
        Jobs.Posted replicate = jobs.post("image", Map.of("model", "replicate/flux-schnell"), "seconds=2");
        Jobs.Posted forged = jobs.post("image", Map.of("model", "fal/flux-dev"), "seconds=2", "callback=forged");
        for (Jobs.Posted each : new Jobs.Posted[]{fal, replicate, forged}) {
            assertThat(jobs.end(each, SOON)).isEqualTo("succeeded");
        }
        RealHouse.until("all have called", SOON, () -> house.journal().callbacks(forged).size() == 3
                && house.journal().callbacks(fal).size() == 1 && house.journal().callbacks(replicate).size() == 1);
        assertThat(house.journal().callbacks(fal)).containsExactly("accepted");
        assertThat(house.journal().callbacks(replicate)).containsExactly("accepted");
        assertThat(house.journal().callbacks(forged)).containsOnly("rejected");
    }
}
