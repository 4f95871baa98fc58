package dev.atelier.embedded.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.embedded.testbed.Jobs;
import dev.atelier.embedded.testbed.RealHouse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What the house stands on falls away and comes back. */
@RealTemporal
@Order(30)
class OutageTest {
    private final RealHouse house;
    private final Jobs jobs;

    OutageTest(RealHouse house) {
        this.house = house;
        this.jobs = house.jobs();
    }

    @Test
    void temporal_down_post_still_answers_202_and_is_started_later() {
        Jobs.Posted video = jobs.post("video", "seconds=6");
        RealHouse.until("it is sent", Duration.ofSeconds(20), () -> house.journal().paidSubmits(video) == 1);
        house.plugs().kill("temporal");

        long began = System.nanoTime();
        Jobs.Posted image = jobs.post("image");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
        assertThat(jobs.status(image)).isEqualTo("pending");
        assertThat(jobs.status(video)).isIn("running", "succeeded");

        house.plugs().start("temporal");
        assertThat(jobs.end(image, Duration.ofSeconds(60))).isEqualTo("succeeded");
        assertThat(jobs.end(video, Duration.ofSeconds(60))).isEqualTo("succeeded");
        System.out.println("all done " + Duration.ofNanos(System.nanoTime() - began).toMillis() + " ms after the post");
        assertThat(house.journal().paidSubmits(video)).isEqualTo(1);
        assertThat(house.journal().paidSubmits(image)).isEqualTo(1);
    }

    @Test
    void database_down_answers_503_with_retry_after_within_5_s_and_all_goes_on_when_it_is_back() throws Exception {
        Jobs.Posted video = jobs.post("video", "seconds=4");
        Jobs.Posted image = jobs.post("image", "seconds=6");
        RealHouse.until("both are sent", Duration.ofSeconds(20),
                () -> house.journal().paidSubmits(video) == 1 && house.journal().paidSubmits(image) == 1);
        List<Jobs.Posted> justBegun = jobs.several(5, "video", "seconds=1");
        house.plugs().kill("postgres");
        for (int i = 0; i < 2; i++) {
            long began = System.nanoTime();
            HttpResponse<String> answer = get("/v1/jobs/" + video.id());
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            System.out.println("without a database: " + answer.statusCode() + " after " + took.toMillis() + " ms");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(took).isLessThan(Duration.ofSeconds(5));
        }
        house.plugs().start("postgres");
        long back = System.nanoTime();
        assertThat(jobs.end(video, Duration.ofSeconds(60))).isEqualTo("succeeded");
        assertThat(jobs.end(image, Duration.ofSeconds(60))).isEqualTo("succeeded");
        System.out
                .println("all done " + Duration.ofNanos(System.nanoTime() - back).toMillis() + " ms after it was back");
        assertThat(house.journal().paidSubmits(video)).isEqualTo(1);
        assertThat(house.journal().paidSubmits(image)).isEqualTo(1);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(house.wiring().api() + path))
                .header("Authorization", "Bearer " + house.wiring().keys().api()).build(), BodyHandlers.ofString());
    }
}
