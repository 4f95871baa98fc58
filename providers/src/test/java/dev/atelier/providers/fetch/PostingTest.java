package dev.atelier.providers.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.atelier.providers.fetch.Posting.Answered;
import dev.atelier.providers.fetch.Posting.Failed;
import dev.atelier.providers.fetch.Posting.Outcome;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;

@Timeout(30)
class PostingTest {

    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void exactly_the_bytes_that_were_signed_are_posted() throws Exception {
        server.enqueue(new MockResponse.Builder().build());
        assertThat(post(Duration.ofSeconds(5))).isEqualTo(new Answered(200));
        RecordedRequest request = server.takeRequest();
        assertThat(request.getBody().utf8()).isEqualTo("{\"größe\":1}");
        assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/json");
        assertThat(request.getHeaders().get("webhook-id")).isEqualTo("evt-1");
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 301, 302, 307, 308, 400, 401, 404, 408, 410, 429, 500, 503})
    void every_answer_is_told_as_it_is_and_nothing_follows(int status) {
        server.enqueue(new MockResponse.Builder().code(status).addHeader("Location", "/elsewhere")
                .addHeader("Retry-After", "0").build());
        server.enqueue(new MockResponse.Builder().build());
        assertThat(post(Duration.ofSeconds(5))).isEqualTo(new Answered(status));
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void a_dropped_connection_is_a_failure_and_nothing_is_posted_again() {
        server.enqueue(new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
        server.enqueue(new MockResponse.Builder().build());
        assertThat(post(Duration.ofSeconds(5))).isInstanceOf(Failed.class);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void a_receiver_that_never_answers_costs_no_more_than_the_deadline() {
        server.enqueue(new MockResponse.Builder().headersDelay(20, TimeUnit.SECONDS).build());
        long began = System.nanoTime();
        assertThat(post(Duration.ofMillis(500))).isInstanceOf(Failed.class);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void an_endless_answer_is_not_read() {
        server.enqueue(new MockResponse.Builder().body("x".repeat(10_000_000))
                .throttleBody(1_024, 100, TimeUnit.MILLISECONDS).build());
        assertThat(post(Duration.ofSeconds(5))).isEqualTo(new Answered(200));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:%d/", "http://localhost:%d/", "http://[::ffff:127.0.0.1]:%d/",
            "http://2130706433:%d/", "http://169.254.169.254/", "ftp://x/", "nonsense"})
    void what_is_not_public_gets_no_post(String url) {
        assertThat(new Posting(Reach.internet(Set.of()), Duration.ofSeconds(5)).post(url.formatted(server.getPort()),
                Map.of(), "{}"))
                .isInstanceOf(Failed.class);
        assertThat(server.getRequestCount()).isZero();
    }

    private Outcome post(Duration deadline) {
        return new Posting(true, deadline).post("http://127.0.0.1:" + server.getPort() + "/hook",
                Map.of("webhook-id", "evt-1"), "{\"größe\":1}");
    }
}
