package dev.atelier.providers.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.atelier.providers.http.Wire;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

@Timeout(30)
class AskingModeratorTest {

    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void close() {
        server.close();
    }

    private AskingModerator moderator(Duration patience) {
        return new AskingModerator(new Wire(Clock.systemUTC()), server.url("/v1/").toString(), "k", "omni", patience);
    }

    private Moderated answered(int status, String body) {
        server.enqueue(new MockResponse.Builder().code(status).body(body).build());
        return moderator(Duration.ofSeconds(5)).ofText("a fox");
    }

    @Test
    void what_is_flagged_is_told_with_its_categories() throws InterruptedException {
        assertThat(answered(200, """
                {"results":[{"flagged":true,"categories":{"violence/graphic":true,"hate":false,"Self Harm":true}}]}"""))
                .isEqualTo(new Moderated.Judged(true, Set.of("violence-graphic", "self-harm")));
        RecordedRequest request = server.takeRequest();
        assertThat(request.getUrl().encodedPath()).isEqualTo("/v1/moderations");
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer k");
        assertThat(request.getBody().utf8()).contains("\"a fox\"", "\"omni\"");
    }

    @Test
    void what_is_not_flagged_has_no_categories() {
        assertThat(answered(200, "{\"results\":[{\"flagged\":false,\"categories\":{\"hate\":false}}]}"))
                .isEqualTo(new Moderated.Judged(false, Set.of()));
    }

    @Test
    void an_image_is_asked_about_in_its_own_form() throws InterruptedException {
        server.enqueue(new MockResponse.Builder().body("{\"results\":[{\"flagged\":false}]}").build());
        assertThat(moderator(Duration.ofSeconds(5)).ofImage("data:image/png;base64,AA"))
                .isEqualTo(new Moderated.Judged(false, Set.of()));
        assertThat(server.takeRequest().getBody().utf8())
                .contains("{\"type\":\"image_url\",\"image_url\":{\"url\":\"data:image/png;base64,AA\"}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "oops", "{}", "{\"results\":[]}", "{\"results\":[{}]}",
            "{\"results\":[{\"flagged\":\"no\"}]}", "[]"})
    void an_answer_that_cannot_be_understood_allows_nothing(String body) {
        assertThat(answered(200, body)).isInstanceOf(Moderated.Unavailable.class);
    }

    @Test
    void trouble_and_slowness_allow_nothing_and_cost_no_more_than_the_patience() {
        assertThat(answered(503, "{\"results\":[{\"flagged\":false}]}")).isInstanceOf(Moderated.Unavailable.class);
        server.enqueue(new MockResponse.Builder().headersDelay(20, TimeUnit.SECONDS).build());
        long began = System.nanoTime();
        assertThat(moderator(Duration.ofMillis(500)).ofText("a fox")).isInstanceOf(Moderated.Unavailable.class);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
    }
}
