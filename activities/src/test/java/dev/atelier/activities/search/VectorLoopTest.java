package dev.atelier.activities.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.sun.net.httpserver.HttpServer;

import dev.atelier.activities.loop.LoopFigures;
import dev.atelier.db.dialect.Ids;
import dev.atelier.db.search.KeepingVectors;
import dev.atelier.db.search.NearestVectors;
import dev.atelier.db.search.PromptsWithoutVector;
import dev.atelier.db.testing.DbContext;
import dev.atelier.db.testing.PostedJobs;
import dev.atelier.db.testing.TestDatabase;
import dev.atelier.providers.embedding.EmbeddingText;
import dev.atelier.providers.http.Wire;

class VectorLoopTest {

    private final DbContext db = new DbContext(TestDatabase.postgres());
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final LoopFigures figures = new LoopFigures();
    private HttpServer endpoint;
    private volatile int status = 200;

    @BeforeEach
    void start() throws IOException {
        endpoint = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        endpoint.createContext("/v1/embeddings", exchange -> {
            asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] answer = "{\"data\":[{\"embedding\":[1,0.5]}]}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        endpoint.start();
    }

    @AfterEach
    void stop() {
        endpoint.stop(0);
        db.close();
    }

    private VectorLoop loop(String url) {
        return new VectorLoop(new EmbeddingText(new Wire(db.clock()), url, "k", "small"),
                db.get(PromptsWithoutVector.class), db.get(KeepingVectors.class), db.clock());
    }

    private String url() {
        return "http://127.0.0.1:" + endpoint.getAddress().getPort() + "/v1";
    }

    private String posted(String org) {
        new PostedJobs(db, org).post("ark/seedream-4.5", null, null, null);
        db.clock().advance(Duration.ofSeconds(10));
        return org;
    }

    private int found(String org) {
        return db.get(NearestVectors.class).nearest(org, "prompt", "small", new float[]{1, 0}, 10).size();
    }

    @Test
    void the_same_words_are_asked_for_once_in_an_organisation() {
        VectorLoop loop = loop(url());
        String org = posted(posted(Ids.next()));
        String other = posted(Ids.next());
        loop.round(figures);
        assertThat(asked).hasSize(2).allMatch(each -> each.contains("红色风筝 a red kite"));
        assertThat(found(org)).isEqualTo(2);
        assertThat(found(other)).isEqualTo(1);
        db.clock().advance(Duration.ofSeconds(10));
        loop.round(figures);
        assertThat(asked).hasSize(2);
    }

    @Test
    void an_endpoint_in_trouble_is_left_alone_for_a_while_and_what_it_missed_is_met_again() {
        VectorLoop loop = loop(url());
        String org = posted(Ids.next());
        status = 503;
        loop.round(figures);
        loop.round(figures);
        assertThat(asked).hasSize(1);
        status = 200;
        for (int hour = 0; hour < 3; hour++) {
            db.clock().advance(Duration.ofMinutes(61));
            loop.round(figures);
        }
        assertThat(found(org)).isEqualTo(1);
        assertThat(asked).hasSize(2);
    }

    @Test
    void without_an_endpoint_nothing_happens() {
        posted(Ids.next());
        assertThat(loop(null).round(figures)).isFalse();
        assertThat(asked).isEmpty();
    }
}
