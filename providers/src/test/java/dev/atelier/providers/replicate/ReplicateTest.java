package dev.atelier.providers.replicate;

import static dev.atelier.providers.testing.ToldServer.PROMPT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import dev.atelier.domain.failure.ErrorKind;
import dev.atelier.domain.job.Kind;
import dev.atelier.domain.provider.CancelOutcome;
import dev.atelier.domain.provider.Finished;
import dev.atelier.domain.provider.Found;
import dev.atelier.domain.provider.Order;
import dev.atelier.domain.provider.Sighting;
import dev.atelier.domain.provider.SubmitOutcome;
import dev.atelier.domain.provider.TaskId;
import dev.atelier.providers.http.Wire;
import dev.atelier.providers.testing.ToldServer;
import mockwebserver3.RecordedRequest;

class ReplicateTest {

    private static final TaskId TASK = new TaskId("p1");
    private static final Instant SINCE = Instant.parse("2026-11-25T10:00:00Z");

    private final ToldServer server = new ToldServer();
    private final Replicate replicate = new Replicate(new Wire(Clock.systemUTC()), Clock.systemUTC());

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void a_model_is_asked_by_its_name_or_by_its_version() {
        server.answers(201, "{\"id\":\"p1\",\"status\":\"starting\"}").answers(201, "{\"id\":\"p2\"}");
        assertThat(submit("black-forest-labs/flux-schnell")).isInstanceOf(SubmitOutcome.Accepted.class);
        assertThat(submit("firtoz/trellis:e8f6")).isInstanceOf(SubmitOutcome.Accepted.class);
        RecordedRequest byName = server.request();
        assertThat(byName.getTarget()).isEqualTo("/api/models/black-forest-labs/flux-schnell/predictions");
        assertThat(byName.getHeaders().get("Prefer")).isNull();
        JsonNode byVersion = ToldServer.json(server.request());
        assertThat(byVersion.path("version").asText()).isEqualTo("e8f6");
        assertThat(byVersion.path("input").path("prompt").asText()).isEqualTo(PROMPT);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            400 | BAD_REQUEST
            401 | AUTH
            402 | QUOTA
            403 | NOT_ENTITLED
            404 | NOT_ENTITLED
            413 | PAYLOAD_TOO_LARGE
            422 | BAD_REQUEST
            429 | RATE_LIMIT
            """, delimiter = '|')
    void a_documented_refusal_is_not_sent(int status, ErrorKind kind) {
        server.answers(status,
                "{\"detail\":\"Request was throttled. Your rate limit resets in ~30s.\",\"status\":" + status + "}");
        assertThat(submit("a/b")).isInstanceOfSatisfying(SubmitOutcome.NotSent.class, refused -> {
            assertThat(refused.failure().kind()).isEqualTo(kind);
            assertThat(refused.failure().retryAfter()).isEqualTo(Duration.ofSeconds(30));
        });
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            500 | {"detail":"broke"}
            503 | {"detail":"busy"}
            201 | {"status":"starting"}
            201 | no json
            429 | <html>
            409 | {"detail":"?"}
            """, delimiter = '|')
    void anything_else_is_ambiguous_and_sent_once(int status, String body) {
        server.answers(status, body);
        assertThat(submit("a/b")).isInstanceOf(SubmitOutcome.Ambiguous.class);
        assertThat(server.requests()).isEqualTo(1);
    }

    @Test
    void a_success_brings_its_files_and_what_was_counted() {
        server.answers(200, "{\"id\":\"p1\",\"status\":\"succeeded\",\"output\":[\"https://x.example/1.webp\","
                + "\"https://x.example/2.webp\"],\"metrics\":{\"predict_time\":2.25,\"image_count\":2}}");
        assertThat(look()).isInstanceOfSatisfying(Sighting.Ended.class, ended -> {
            Finished.Success success = (Finished.Success) ended.end();
            assertThat(success.made().files()).hasSize(2);
            assertThat(success.made().units()).containsKeys("task", "file", "predict_second", "image");
        });
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            failed   | NSFW content detected. Try running it again         | CONTENT_OUTPUT
            failed   | The input or prompt was flagged as sensitive (E005) | CONTENT_INPUT
            failed   | CUDA out of memory                                  | GENERATION_FAILED
            failed   | Invalid input: seed must be a number                | BAD_REQUEST
            aborted  | deadline                                            | TASK_EXPIRED
            canceled |                                                     | TASK_CANCELED
            """, delimiter = '|')
    void each_bad_end_has_our_word(String status, String error, ErrorKind kind) {
        server.answers(200, "{\"id\":\"p1\",\"status\":\"" + status + "\",\"error\":"
                + (error == null ? "null" : "\"" + error + "\"") + "}");
        assertThat(((Finished.Failed) ((Sighting.Ended) look()).end()).failure().kind()).isEqualTo(kind);
    }

    @Test
    void a_result_that_was_deleted_there_is_gone() {
        server.answers(200, "{\"id\":\"p1\",\"status\":\"succeeded\",\"output\":null,\"data_removed\":true}");
        assertThat(((Finished.Failed) ((Sighting.Ended) look()).end()).failure().kind())
                .isEqualTo(ErrorKind.RESULT_GONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"starting", "processing", "dreaming"})
    void any_other_status_is_work(String status) {
        server.answers(200, "{\"id\":\"p1\",\"status\":\"" + status + "\"}");
        assertThat(look()).isEqualTo(new Sighting.Working(status, null, null));
    }

    @Test
    void a_lost_create_is_the_only_unknown_prediction_with_its_prompt_on_any_page() {
        for (int search = 0; search < 3; search++) {
            page("p9", "another prompt", "2026-11-25T10:00:09Z", true);
            page("p1", PROMPT, "2026-11-25T10:00:02Z", true);
            page("p0", PROMPT, "2026-11-25T09:00:00Z", true);
        }
        assertThat(find(Set.of())).isEqualTo(new Found.Task(TASK));
        assertThat(find(Set.of(TASK))).isInstanceOf(Found.Absent.class);
        assertThat(replicate.list(SINCE, server.account()).tasks()).hasSize(2);
        assertThat(server.requests()).isEqualTo(9);
    }

    @Test
    void our_key_does_not_follow_a_list_to_another_house() {
        server.answers(200, "{\"next\":\"http://other.example/list\",\"results\":[{\"id\":\"p9\"}]}");
        assertThat(find(Set.of())).isInstanceOf(Found.Undecided.class);
        assertThat(server.requests()).isEqualTo(1);
    }

    @Test
    void a_cancel_tells_whether_it_took() {
        server.answers(200, "{\"id\":\"p1\",\"status\":\"canceled\"}").answers(200,
                "{\"id\":\"p1\",\"status\":\"processing\"}");
        assertThat(replicate.cancel(TASK, server.account()).result()).isEqualTo(CancelOutcome.Result.CANCELED);
        assertThat(replicate.cancel(TASK, server.account()).result()).isEqualTo(CancelOutcome.Result.UNKNOWN);
    }

    private void page(String id, String prompt, String created, boolean more) {
        server.answers(200, "{\"next\":" + (more ? "\"" + server.address() + "/predictions?cursor=c\"" : "null")
                + ",\"results\":[{\"id\":\"" + id + "\",\"model\":\"a/b\",\"created_at\":\"" + created
                + "\",\"input\":{\"prompt\":\"" + prompt + "\"}}]}");
    }

    private Found find(Set<TaskId> known) {
        return replicate.find(order("a/b"), SINCE, known, server.account());
    }

    private static Order order(String model) {
        return ToldServer.order(Kind.IMAGE, model, Map.of("fields", Map.of("prompt", "prompt")));
    }

    private SubmitOutcome submit(String model) {
        return replicate.submit(order(model), server.account());
    }

    private Sighting look() {
        return replicate.look(Set.of(TASK), server.account()).get(TASK);
    }
}
