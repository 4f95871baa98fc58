package dev.atelier.providers.ark;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.atelier.domain.failure.ErrorKind;
import dev.atelier.domain.provider.Finished;
import dev.atelier.domain.provider.Made;
import dev.atelier.domain.provider.ResultFile;
import dev.atelier.domain.provider.Sighting;
import dev.atelier.domain.provider.TaskId;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;

class ArkLookTest {

    private static final TaskId TASK = new TaskId("cgt-1");

    private final ArkServer server = new ArkServer();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void many_tasks_are_asked_for_in_one_call_that_servers_still_take() {
        Set<TaskId> wanted = IntStream.range(0, server.ark.tasksPerLook())
                .mapToObj(i -> new TaskId("cgt-20260102150405-abc" + i)).collect(Collectors.toSet());
        server.answers(200, list(wanted.stream().map(id -> task(id.value(), "\"status\":\"running\"")).toList()));
        assertThat(server.ark.look(wanted, server.credential)).hasSize(100).containsOnlyKeys(wanted)
                .allSatisfy((id, seen) -> assertThat(seen).isInstanceOf(Sighting.Working.class));
        RecordedRequest request = server.request();
        assertThat(server.requests()).isEqualTo(1);
        assertThat(request.getMethod()).isEqualTo("GET");
        assertThat(request.getTarget()).startsWith("/api/v3/contents/generations/tasks?page_num=1&page_size=500")
                .hasSizeLessThan(8_000);
        assertThat(request.getUrl().queryParameterValues("filter.task_ids"))
                .containsExactlyInAnyOrderElementsOf(wanted.stream().map(TaskId::value).toList());
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer " + Orders.KEY);
    }

    @Test
    void a_list_that_names_fewer_tasks_than_it_has_says_nothing_of_the_others() {
        server.answers(200, "{\"total\":2,\"items\":[" + task("cgt-1", "\"status\":\"running\"") + "]}");
        Map<TaskId, Sighting> seen = server.ark.look(Set.of(TASK, new TaskId("cgt-2")), server.credential);
        assertThat(seen.get(TASK)).isInstanceOf(Sighting.Working.class);
        assertThat(seen.get(new TaskId("cgt-2"))).isInstanceOf(Sighting.Unreadable.class);
    }

    @Test
    void nothing_is_asked_for_no_task() {
        assertThat(server.ark.look(Set.of(), server.credential)).isEmpty();
        assertThat(server.requests()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"queued\"", "\"running\"", "\"archiving\"", "\"SUCCEEDED\"", "\"deleted\"", "\"\"",
            "null",
            "7"})
    void a_status_that_is_not_known_to_be_an_end_is_work(String status) {
        assertThat(look("\"status\":" + status)).isInstanceOf(Sighting.Working.class);
    }

    @Test
    void the_providers_own_word_is_kept() {
        assertThat(look("\"status\":\"archiving\"")).isEqualTo(new Sighting.Working("archiving", null, null));
    }

    @Test
    void a_task_without_a_status_is_work() {
        assertThat(look("\"model\":\"m\"")).isInstanceOf(Sighting.Working.class);
    }

    @Test
    void a_success_brings_the_address_and_the_providers_figures() {
        Sighting seen = look("""
                "status":"succeeded","content":{"video_url":"https://x.example/v.mp4?sig=abc"},
                "usage":{"completion_tokens":108000,"total_tokens":108000}""");
        assertThat(made(seen)).isEqualTo(new Made(List.of(ResultFile.main("https://x.example/v.mp4?sig=abc")),
                Map.of("task", BigDecimal.ONE, "tokens", BigDecimal.valueOf(108_000))));
        Sighting.Ended ended = (Sighting.Ended) seen;
        assertThat(ended.exchange().tokensOut()).isEqualTo(108_000);
        assertThat(ended.exchange().responseJson()).doesNotContain("sig=abc");
    }

    @Test
    void a_mesh_lies_at_another_field_and_may_count_no_tokens() {
        assertThat(made(look("\"status\":\"succeeded\",\"content\":{\"file_url\":\"https://x.example/m.zip\"}")))
                .isEqualTo(new Made(List.of(ResultFile.main("https://x.example/m.zip")),
                        Map.of("task", BigDecimal.ONE)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"content\":null", "\"content\":{}", "\"content\":{\"video_url\":\"\"}", "\"x\":1"})
    void a_success_without_an_address_is_looked_at_again(String content) {
        assertThat(look("\"status\":\"succeeded\"," + content)).isInstanceOf(Sighting.Unreadable.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "status":"cancelled"                                                                   | TASK_CANCELED
            "status":"expired"                                                                     | TASK_EXPIRED
            "status":"failed"                                                                      | GENERATION_FAILED
            "status":"failed","error":null                                                         | GENERATION_FAILED
            "status":"failed","error":{"code":"InternalServiceError","message":"x"}                | GENERATION_FAILED
            "status":"failed","error":{"code":"OutputVideoSensitiveContentDetected","message":"x"} | CONTENT_OUTPUT
            "status":"failed","error":{"code":"InputImageSensitiveContentDetected","message":"x"}  | CONTENT_INPUT
            "status":"failed","error":{"code":"InvalidParameter.image","message":"x"}              | BAD_REQUEST
            """)
    void an_end_says_why(String task, ErrorKind kind) {
        assertThat(look(task)).isInstanceOfSatisfying(Sighting.Ended.class,
                ended -> assertThat(ended.end()).isInstanceOfSatisfying(Finished.Failed.class,
                        failed -> assertThat(failed.failure().kind()).isEqualTo(kind)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            200 | garbage
            200 | <html></html>
            200 | {}
            200 | {"items":null}
            200 | {"items":{}}
            200 | {"total":1,"items":[{"id":"cgt-1","status":"failed"}]
            401 | {"error":{"code":"AuthenticationError","message":"x"}}
            404 | {"items":[]}
            429 | {"error":{"code":"RequestBurstTooFast","message":"x"}}
            500 | {"items":[]}
            302 | {"items":[]}
            """)
    void nothing_is_concluded_from_an_answer_that_is_no_list(int status, String body) {
        server.answers(status, body);
        Set<TaskId> wanted = Set.of(TASK, new TaskId("cgt-2"));
        assertThat(server.ark.look(wanted, server.credential)).containsOnlyKeys(wanted)
                .allSatisfy((id, seen) -> assertThat(seen).isInstanceOf(Sighting.Unreadable.class));
    }

    @Test
    void nothing_is_concluded_from_a_broken_connection() {
        server.answers(new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()));
        assertThat(server.ark.look(Set.of(TASK), server.credential).get(TASK)).isInstanceOf(Sighting.Unreadable.class);
    }

    @Test
    void a_task_the_list_does_not_name_was_not_seen_and_what_was_not_asked_for_is_not_told() {
        server.answers(200, list(List.of(task("cgt-other", "\"status\":\"failed\""), "7", "{}", "null")));
        assertThat(server.ark.look(Set.of(TASK), server.credential)).isEmpty();
    }

    private Sighting look(String fields) {
        server.answers(200, list(List.of(task(TASK.value(), fields))));
        return server.ark.look(Set.of(TASK), server.credential).get(TASK);
    }

    private static Made made(Sighting seen) {
        assertThat(seen).isInstanceOf(Sighting.Ended.class);
        return ((Finished.Success) ((Sighting.Ended) seen).end()).made();
    }

    private static String task(String id, String fields) {
        return "{\"id\":\"" + id + "\"," + fields + "}";
    }

    private static String list(List<String> items) {
        return "{\"total\":" + items.size() + ",\"items\":[" + String.join(",", items) + "]}";
    }
}
