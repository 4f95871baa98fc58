package dev.atelier.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArkTasksTest {
    @TempDir
    static Path state;
    static RunningSandbox sandbox;

    @BeforeAll
    static void start() {
        sandbox = new RunningSandbox(state);
    }

    @AfterAll
    static void end() {
        sandbox.close();
    }

    @Test
    void a_film_is_queued_then_runs_then_succeeds_within_about_a_second() throws Exception {
        long started = System.nanoTime();
        String id = sandbox.film("a boat", "\"duration\":5,\"ratio\":\"9:16\",\"safety_identifier\":\"job-7f3a\","
                + "\"return_last_frame\":true,\"callback_url\":null").json().path("id").asText();

        assertThat(id).startsWith("cgt-");
        assertThat(sandbox.task(id).json().path("status").asText()).isIn("queued", "running");
        JsonNode task = sandbox.ended(id);
        assertThat(System.nanoTime() - started).isLessThan(2_000_000_000L);
        assertThat(task.path("status").asText()).isEqualTo("succeeded");
        assertThat(task.path("safety_identifier").asText()).isEqualTo("job-7f3a");
        assertThat(task.path("usage").path("completion_tokens").asLong()).isEqualTo(108_000);
        assertThat(task.path("content").path("video_url").asText()).startsWith(sandbox.url() + "/files/");
        assertThat(sandbox.get(task.path("content").path("last_frame_url").asText(), null).type())
                .isEqualTo("image/png");
        assertThat(task.path("created_at").asLong()).isBetween(1_700_000_000L, 9_999_999_999L);
    }

    @Test
    void a_mesh_needs_exactly_one_picture() throws Exception {
        for (int pictures : List.of(0, 2)) {
            RunningSandbox.Answer answer = sandbox.mesh("a moon", pictures);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.errorCode()).isEqualTo("InvalidParameter");
        }
        JsonNode task = sandbox.ended(sandbox.mesh("--fileformat glb", 1).json().path("id").asText());
        assertThat(task.path("content").path("file_url").asText()).endsWith(".glb");
        assertThat(task.path("fileformat").asText()).isEqualTo("glb");
    }

    @Test
    void a_waiting_task_is_cancelled() throws Exception {
        String id = sandbox.filmId("waits [sandbox queued=30]");

        RunningSandbox.Answer answer = sandbox.delete(RunningSandbox.TASKS + "/" + id);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("{}");
        assertThat(sandbox.task(id).json().path("status").asText()).isEqualTo("cancelled");
        assertThat(sandbox.delete(RunningSandbox.TASKS + "/" + id).status()).isEqualTo(409);
    }

    @Test
    void a_running_task_cannot_be_cancelled() throws Exception {
        String id = sandbox.filmId("runs [sandbox seconds=30 queued=0]");

        RunningSandbox.Answer answer = sandbox.delete(RunningSandbox.TASKS + "/" + id);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.errorCode()).isEqualTo("TaskRunningCannotCancel");
        assertThat(sandbox.journal("runs [").getLast().path("outcome").asText()).isEqualTo("rejected");
    }

    @Test
    void deleting_an_ended_task_forgets_it() throws Exception {
        String id = sandbox.filmId("ends [sandbox seconds=0]");

        assertThat(sandbox.delete(RunningSandbox.TASKS + "/" + id).text()).isEqualTo("{}");
        assertThat(sandbox.task(id).errorCode()).isEqualTo("ResourceNotFound");
        assertThat(sandbox.task(id).status()).isEqualTo(404);
    }

    @Test
    void a_list_is_paged_and_filtered() throws Exception {
        String first = sandbox.filmId("listed [sandbox seconds=0]");
        String second = sandbox.filmId("listed [sandbox seconds=0 fail=generation]");
        String third = sandbox.filmId("listed [sandbox seconds=60 queued=0]");
        String named = "?filter.task_ids=" + first + "&filter.task_ids=" + second + "&filter.task_ids=" + third;

        assertThat(ids(named)).containsExactlyInAnyOrder(first, second, third);
        assertThat(ids(named + "&filter.status=succeeded")).containsExactly(first);
        assertThat(ids(named + "&filter.status=running")).containsExactly(third);
        assertThat(ids(named + "&filter.model=doubao-other")).isEmpty();
        assertThat(ids("?filter.status=failed&page_size=500")).contains(second).doesNotContain(first, third);
        JsonNode page = sandbox.get(RunningSandbox.TASKS + named + "&page_num=2&page_size=2").json();
        assertThat(page.path("total").asInt()).isEqualTo(3);
        assertThat(page.path("items")).hasSize(1);
        assertThat(sandbox.get(RunningSandbox.TASKS + "?page_size=501").errorCode()).isEqualTo("InvalidParameter");
    }

    @Test
    void a_list_call_is_journaled_with_the_tasks_it_names() throws Exception {
        sandbox.get(RunningSandbox.TASKS + "?filter.task_ids=cgt-a&filter.task_ids=cgt-b");

        JsonNode row = lastRow();
        assertThat(row.path("operation").asText()).isEqualTo("list");
        assertThat(row.path("task_ids")).extracting(JsonNode::asText).containsExactly("cgt-a", "cgt-b");
    }

    @Test
    void a_task_is_seen_only_by_the_key_that_made_it() throws Exception {
        String id = sandbox.filmId("mine [sandbox seconds=0]");

        assertThat(sandbox.get(RunningSandbox.TASKS + "/" + id, "ark-demo-2").status()).isEqualTo(404);
        assertThat(sandbox.get(RunningSandbox.TASKS + "?filter.task_ids=" + id, "ark-demo-2").json().path("total")
                .asInt()).isZero();
        assertThat(sandbox.task(id).status()).isEqualTo(200);
    }

    @Test
    void a_bad_or_missing_key_is_refused_in_the_providers_form() throws Exception {
        for (String key : new String[]{null, "", "invalid-key"}) {
            RunningSandbox.Answer answer = sandbox.get(RunningSandbox.TASKS, key);
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.errorCode()).isEqualTo("AuthenticationError");
            assertThat(answer.json().path("error").has("type")).isTrue();
        }
    }

    @Test
    void the_journal_never_shows_a_real_key() throws Exception {
        String secret = "ark-0b1c2d3e-4f50-6172-8394-a5b6c7d8e9f0-abcde";
        sandbox.get(RunningSandbox.TASKS, secret);
        sandbox.get(RunningSandbox.TASKS, "5f2c-plain-secret");

        assertThat(sandbox.get("/_sandbox/journal", null).text()).doesNotContain(secret.substring(0, 12))
                .doesNotContain("5f2c-plain");
        sandbox.get(RunningSandbox.TASKS);
        assertThat(lastRow().path("account").asText()).isEqualTo("ark-demo-1");
    }

    @Test
    void wrong_film_fields_are_refused() throws Exception {
        for (String field : List.of("\"duration\":99", "\"ratio\":\"2:1\"", "\"resolution\":\"9k\"",
                "\"safety_identifier\":\"" + "x".repeat(65) + "\"", "\"content\":[{\"type\":\"smell\"}]")) {
            assertThat(sandbox.film("bad", field).errorCode()).as(field).isEqualTo("InvalidParameter");
        }
    }

    private static JsonNode lastRow() throws Exception {
        JsonNode rows = sandbox.get("/_sandbox/journal", null).json();
        return rows.get(rows.size() - 1);
    }

    private static List<String> ids(String query) throws Exception {
        return sandbox.get(RunningSandbox.TASKS + query).json().path("items").findValuesAsText("id");
    }
}
