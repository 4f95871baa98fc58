package dev.atelier.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    @TempDir
    Path state;
    RunningSandbox sandbox;

    @BeforeEach
    void start() {
        sandbox = new RunningSandbox(state);
    }

    @AfterEach
    void end() {
        sandbox.close();
    }

    @Test
    void every_request_has_a_row_in_order_with_the_agreed_words() throws Exception {
        Instant before = Instant.now().minusSeconds(1);
        String id = sandbox.filmId("a boat [sandbox seconds=0]");
        JsonNode task = sandbox.task(id).json();
        sandbox.get(task.path("content").path("video_url").asText(), null);
        sandbox.get(RunningSandbox.TASKS);
        sandbox.delete(RunningSandbox.TASKS + "/" + id);
        sandbox.get("/ark/api/v3/models");

        JsonNode rows = sandbox.get("/_sandbox/journal", null).json();
        assertThat(rows).extracting(row -> row.path("operation").asText())
                .containsExactly("submit", "poll", "download", "list", "cancel", "other");
        assertThat(rows).extracting(row -> row.path("seq").asLong()).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(rows).extracting(row -> row.path("outcome").asText()).containsExactly("accepted", "accepted",
                "accepted", "accepted", "accepted", "rejected");
        assertThat(rows.get(0).properties()).extracting(Map.Entry::getKey).containsExactly("seq", "at",
                "provider", "operation", "account", "task_id", "prompt", "outcome");
        assertThat(rows.get(2).path("task_id").asText()).isEqualTo(id);
        assertThat(rows.get(3).path("task_ids").get(0).asText()).isEqualTo(id);
        assertThat(Instant.parse(rows.get(0).path("at").asText())).isAfter(before);
        assertThat(rows.get(0).path("at").asText()).endsWith("Z");
        assertThat(rows.get(0).path("provider").asText()).isEqualTo("ark");
    }

    @Test
    void rows_can_be_asked_for_by_prompt_and_from_a_number_on() throws Exception {
        sandbox.image("one");
        sandbox.image("two");

        assertThat(sandbox.get("/_sandbox/journal?prompt=two", null).json()).hasSize(1);
        assertThat(sandbox.get("/_sandbox/journal?since_seq=1", null).json()).hasSize(1);
        assertThat(sandbox.get("/_sandbox/journal?since_seq=x", null).status()).isEqualTo(400);
    }

    @Test
    void many_submits_at_once_each_have_their_row_and_their_turn() throws Exception {
        List<Callable<Integer>> submits = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            submits.add(() -> sandbox.film("crowd [sandbox submit=429,429,429,429,429,ok]", "").status());
        }
        int refused = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(submits)) {
                refused += answer.get() == 429 ? 1 : 0;
            }
        }

        List<JsonNode> rows = sandbox.journal("crowd");
        assertThat(refused).isEqualTo(5);
        assertThat(rows).hasSize(60);
        assertThat(new HashSet<>(rows.stream().map(row -> row.path("task_id").asText("")).toList())).hasSize(56);
        assertThat(rows).extracting(row -> row.path("seq").asInt()).isSorted();
    }

    @Test
    void the_page_shows_what_happened_and_escapes_it() throws Exception {
        sandbox.image("<script>alert('x')</script>");
        sandbox.filmId("waits [sandbox seconds=60]");

        RunningSandbox.Answer page = sandbox.get("/_sandbox", null);

        assertThat(page.type()).startsWith("text/html");
        assertThat(page.text()).contains("&lt;script&gt;alert", "waits", "/_sandbox/thumbnails/")
                .doesNotContain("<script>");
        String thumbnail = page.text().replaceAll("(?s).*src=\"(/_sandbox/thumbnails/[^\"]+)\".*", "$1");
        assertThat(sandbox.get(thumbnail, null).type()).isEqualTo("image/png");
    }

    @Test
    void health_is_up_and_unknown_paths_are_not_found() throws Exception {
        assertThat(sandbox.get("/_sandbox/health", null).text()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(sandbox.get("/nowhere", null).status()).isEqualTo(404);
        assertThat(sandbox.get("/nowhere", null).errorCode()).isEqualTo("NotFound");
        assertThat(sandbox.get("/files/unknown.png", null).status()).isEqualTo(404);
    }
}
