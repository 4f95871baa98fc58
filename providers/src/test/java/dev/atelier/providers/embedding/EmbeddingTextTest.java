package dev.atelier.providers.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import dev.atelier.providers.http.Wire;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

@Timeout(30)
class EmbeddingTextTest {

    private final Wire wire = new Wire(Clock.systemUTC());
    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void close() {
        server.close();
    }

    private Embedded answered(int status, String body) {
        server.enqueue(new MockResponse.Builder().code(status).body(body).build());
        return new EmbeddingText(wire, server.url("/v1/").toString(), "k", "small").embed(" A  Kite ");
    }

    @Test
    void the_normalised_text_is_asked_for_and_its_vector_read() throws InterruptedException {
        assertThat(answered(200, "{\"data\":[{\"embedding\":[0.5,-1,2]}]}")).isInstanceOfSatisfying(
                Embedded.Vector.class, vector -> assertThat(vector.numbers()).containsExactly(0.5f, -1f, 2f));
        RecordedRequest request = server.takeRequest();
        assertThat(request.getUrl().encodedPath()).isEqualTo("/v1/embeddings");
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer k");
        assertThat(request.getBody().utf8()).contains("\"a kite\"", "\"small\"");
    }

    @Test
    void a_refusal_is_told_and_not_repeated() {
        assertThat(answered(503, "{}")).isEqualTo(new Embedded.Failed("the embedding endpoint answered 503"));
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void an_answer_without_numbers_is_no_vector() {
        assertThat(answered(200, "{\"data\":[{\"embedding\":[1,\"x\"]}]}")).isInstanceOf(Embedded.Failed.class);
        assertThat(answered(200, "{\"data\":[]}")).isInstanceOf(Embedded.Failed.class);
        assertThat(answered(200, "oops")).isInstanceOf(Embedded.Failed.class);
    }

    @Test
    void without_an_endpoint_it_says_so() {
        assertThat(new EmbeddingText(wire, " ", null, "small").embed("a kite"))
                .isInstanceOf(Embedded.NotConfigured.class);
        assertThat(server.getRequestCount()).isZero();
    }
}
