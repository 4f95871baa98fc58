package dev.atelier.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndingsTest {
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

    @ParameterizedTest
    @CsvSource({"content_input,400,InputTextSensitiveContentDetected", "credit,403,AccountOverdueError",
            "concurrency,429,InflightBatchsizeExceeded", "auth,401,AuthenticationError"})
    void some_prompts_are_refused_at_once(String ending, int status, String code) throws Exception {
        RunningSandbox.Answer answer = sandbox.film("film [sandbox fail=" + ending + "]", "");

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.errorCode()).isEqualTo(code);
        assertThat(sandbox.image("image [sandbox fail=" + ending + "]").errorCode()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"content_output,failed,OutputVideoSensitiveContentDetected", "generation,failed,GenerationFailed",
            "expired,expired,''", "unknown_status,archiving,''"})
    void some_tasks_end_badly(String ending, String status, String code) throws Exception {
        JsonNode task = sandbox.ended(sandbox.filmId("ends [sandbox seconds=0.1 fail=" + ending + "]"));

        assertThat(task.path("status").asText()).isEqualTo(status);
        assertThat(task.path("error").path("code").asText()).isEqualTo(code);
        assertThat(task.has("usage")).isFalse();
        assertThat(task.has("content")).isFalse();
    }

    @Test
    void a_single_bad_picture_carries_its_error_in_a_good_answer() throws Exception {
        RunningSandbox.Answer answer = sandbox.image("bad [sandbox fail=generation]");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("data").get(0).path("error").path("code").asText())
                .isEqualTo("GenerationFailed");
        assertThat(answer.json().path("usage").path("generated_images").asInt()).isZero();
    }

    @Test
    void an_expired_address_is_refused_as_an_object_store_would() throws Exception {
        RunningSandbox.Answer file = download("expired_url");

        assertThat(file.status()).isEqualTo(403);
        assertThat(file.text()).startsWith("<?xml").contains("<Code>AccessDenied</Code>");
    }

    @Test
    void a_result_may_be_a_web_page_or_nothing_at_all() throws Exception {
        assertThat(download("wrong_type").type()).startsWith("text/html");
        assertThat(download("empty").status()).isEqualTo(200);
        assertThat(download("empty").bytes()).isEmpty();
    }

    @Test
    void a_truncated_result_breaks_off_before_its_announced_length() {
        assertThatThrownBy(() -> download("truncated")).isInstanceOf(IOException.class);
    }

    @Test
    void a_slow_result_arrives_whole() throws Exception {
        long started = System.nanoTime();

        assertThat(download("slow").bytes()).startsWith(0xff, 0xd8);
        assertThat(System.nanoTime() - started).isGreaterThan(4_000_000_000L);
    }

    @Test
    void result_words_go_by_turn_too() throws Exception {
        String url = url("[sandbox result=expired_url,ok]");

        assertThat(sandbox.get(url, null).status()).isEqualTo(403);
        assertThat(sandbox.get(url, null).status()).isEqualTo(200);
        assertThat(sandbox.journal("expired_url,ok").stream().map(row -> row.path("operation").asText() + " "
                + row.path("outcome").asText())).isEqualTo(List.of("submit accepted", "download rejected",
                        "download accepted"));
    }

    @Test
    void polls_may_fail_by_turn_also_when_a_list_names_the_task() throws Exception {
        String id = sandbox.filmId("[sandbox poll=500,429,ok seconds=0]");

        assertThat(sandbox.task(id).status()).isEqualTo(500);
        assertThat(sandbox.get(RunningSandbox.TASKS + "?filter.task_ids=" + id).status()).isEqualTo(429);
        assertThat(sandbox.task(id).status()).isEqualTo(200);
    }

    private static RunningSandbox.Answer download(String word) throws Exception {
        return sandbox.get(url("[sandbox result=" + word + "]"), null);
    }

    private static String url(String prompt) throws Exception {
        return sandbox.image(prompt).json().path("data").get(0).path("url").asText();
    }
}
