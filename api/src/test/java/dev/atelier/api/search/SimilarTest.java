package dev.atelier.api.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import com.sun.net.httpserver.HttpServer;

import dev.atelier.api.testing.HttpTest;
import dev.atelier.api.testing.Tenants;
import dev.atelier.db.search.KeepingVectors;

/** Over an endpoint that knows kites from all else. */
class SimilarTest extends HttpTest {
    private static final HttpServer ENDPOINT = endpoint();
    private static volatile int status = 200;

    @Autowired
    private KeepingVectors vectors;
    @Autowired
    private JdbcClient jdbc;

    @DynamicPropertySource
    static void endpoint(DynamicPropertyRegistry properties) {
        properties.add("test.embeddings.url", () -> "http://127.0.0.1:" + ENDPOINT.getAddress().getPort() + "/v1");
    }

    private static HttpServer endpoint() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/v1/embeddings", exchange -> {
                String asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                byte[] answer = ("{\"data\":[{\"embedding\":" + (asked.contains("kite") ? "[1,0]" : "[0,1]") + "}]}")
                        .getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status, answer.length);
                exchange.getResponseBody().write(answer);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException taken) {
            throw new IllegalStateException(taken);
        }
    }

    @AfterAll
    static void stop() {
        ENDPOINT.stop(0);
    }

    private String embedded(String prompt, float... vector) {
        String job = posted(prompt);
        String promptId = jdbc.sql("select prompt_id from generation_jobs where id = ?").param(job)
                .query(String.class).single();
        String org = jdbc.sql("select org_id from generation_jobs where id = ?").param(job).query(String.class)
                .single();
        vectors.keep(org, "prompt", promptId, "small", prompt, vector);
        return job;
    }

    @Test
    void the_nearest_prompts_come_with_their_jobs_and_only_to_their_organisation() {
        String far = embedded("a grey stone", 0, 1);
        String near = embedded("something that flies on a line", 1, 0.1f);
        Reply reply = get("/v1/prompts/similar?q=kite&limit=2");
        assertThat(reply.json().at("/data/0/job_ids/0").asString()).isEqualTo(near);
        assertThat(reply.json().at("/data/0/prompt").asString()).isEqualTo("something that flies on a line");
        assertThat(reply.json().at("/data/0/similarity").asDouble()).isBetween(0.99, 1.0);
        assertThat(reply.json().at("/data/1/job_ids/0").asString()).isEqualTo(far);
        assertThat(get("/v1/prompts/similar?q=kite", "Authorization", "Bearer " + Tenants.OTHER_KEY).json().at("/data"))
                .isEmpty();
    }

    @Test
    void what_cannot_be_asked_is_refused() {
        assertThat(get("/v1/prompts/similar").status()).isEqualTo(400);
        assertThat(get("/v1/prompts/similar?q=kite&starting_after=x").status()).isEqualTo(400);
        status = 500;
        Reply reply = get("/v1/prompts/similar?q=kite");
        status = 200;
        assertThat(reply.status()).isEqualTo(502);
        assertThat(reply.code()).isEqualTo("embedding_failed");
        assertThat(reply.header("Retry-After")).isNotNull();
    }
}
