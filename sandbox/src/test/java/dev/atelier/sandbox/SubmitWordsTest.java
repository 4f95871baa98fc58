package dev.atelier.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubmitWordsTest {
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
    @CsvSource({"429,429,RequestBurstTooFast", "503,429,ServerOverloaded", "500,500,InternalServiceError",
            "401,401,AuthenticationError", "403,403,AccountOverdueError", "concurrency,429,InflightBatchsizeExceeded",
            "quota,429,QuotaExceeded"})
    void a_refusing_word_is_proven_not_accepted(String word, int status, String code) throws Exception {
        for (RunningSandbox.Answer answer : List.of(sandbox.film("film [sandbox submit=" + word + "]", ""),
                sandbox.image("image [sandbox submit=" + word + "]"))) {
            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.errorCode()).isEqualTo(code);
        }
        assertThat(sandbox.journal("submit=" + word + "]")).hasSize(2).allMatch(row -> outcome(row).equals("rejected")
                && row.path("task_id").isNull());
    }

    @Test
    void the_words_go_by_turn_for_each_prompt_and_the_last_repeats() throws Exception {
        String prompt = "turns [sandbox submit=429,503,ok]";

        assertThat(sandbox.image(prompt).errorCode()).isEqualTo("RequestBurstTooFast");
        assertThat(sandbox.image(prompt).errorCode()).isEqualTo("ServerOverloaded");
        assertThat(sandbox.image("other " + prompt).errorCode()).isEqualTo("RequestBurstTooFast");
        assertThat(sandbox.image(prompt).status()).isEqualTo(200);
        assertThat(sandbox.image(prompt).status()).isEqualTo(200);
        assertThat(sandbox.journal(prompt)).filteredOn(row -> row.path("prompt").asText().startsWith("turns"))
                .extracting(SubmitWordsTest::outcome)
                .containsExactly("rejected", "rejected", "accepted", "accepted");
    }

    @Test
    void a_dropped_submit_is_journaled_as_dropped_and_unanswered() throws Exception {
        assertThatThrownBy(() -> sandbox.film("dropped [sandbox submit=drop_after_accept]", ""))
                .isInstanceOf(IOException.class);

        JsonNode row = sandbox.journal("dropped [").getFirst();
        assertThat(outcome(row)).isEqualTo("dropped");
        assertThat(sandbox.ended(row.path("task_id").asText()).path("status").asText()).isEqualTo("succeeded");
    }

    @Test
    void a_dropped_connection_ends_without_a_single_byte() throws Exception {
        byte[] body = "{\"model\":\"doubao-seedream-4-5\",\"prompt\":\"raw [sandbox submit=drop_after_accept]\"}"
                .getBytes(StandardCharsets.UTF_8);
        URI address = URI.create(sandbox.url());
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(("POST " + RunningSandbox.IMAGES + " HTTP/1.1\r\nHost: x\r\n"
                    + "Authorization: Bearer k\r\nContent-Length: " + body.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(body);

            assertThat(socket.getInputStream().readAllBytes()).isEmpty();
        }
    }

    @Test
    void an_error_after_acceptance_leaves_a_paid_task_behind() throws Exception {
        assertThat(sandbox.film("late error [sandbox submit=500_after_accept]", "").errorCode())
                .isEqualTo("InternalServiceError");

        JsonNode row = sandbox.journal("late error").getFirst();
        assertThat(outcome(row)).isEqualTo("accepted");
        assertThat(sandbox.task(row.path("task_id").asText()).status()).isEqualTo(200);
    }

    @Test
    void answers_that_make_no_sense_were_accepted_all_the_same() throws Exception {
        RunningSandbox.Answer garbage = sandbox.film("odd [sandbox submit=garbage]", "");
        assertThat(garbage.status()).isEqualTo(200);
        assertThatThrownBy(garbage::json).isNotNull();
        assertThat(sandbox.film("odd [sandbox submit=html]", "").type()).startsWith("text/html");
        assertThat(sandbox.film("odd [sandbox submit=empty]", "").text()).isEqualTo("{}");
        assertThat(sandbox.image("odd [sandbox submit=empty]").json().path("data")).isEmpty();
        assertThat(sandbox.journal("odd [")).hasSize(4).allMatch(row -> outcome(row).equals("accepted")
                && row.path("task_id").isTextual());
    }

    @Test
    void a_slow_body_arrives_whole_after_some_seconds() throws Exception {
        long started = System.nanoTime();

        assertThat(sandbox.film("slow [sandbox submit=slow_body]", "").json().path("id").asText()).isNotEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isBetween(Duration.ofSeconds(4),
                Duration.ofSeconds(9));
    }

    @Test
    void an_acknowledgement_comes_late_but_the_journal_knows_at_once() throws Exception {
        Thread submit = Thread.startVirtualThread(() -> {
            try {
                sandbox.film("acked [sandbox ack=1.5]", "");
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        Thread.sleep(700);

        assertThat(submit.isAlive()).isTrue();
        assertThat(outcome(sandbox.journal("acked").getFirst())).isEqualTo("accepted");
        submit.join(5_000);
        assertThat(submit.isAlive()).isFalse();
    }

    @Test
    void a_picture_that_takes_long_is_answered_late() throws Exception {
        long started = System.nanoTime();

        assertThat(sandbox.image("long [sandbox seconds=1.2]").status()).isEqualTo(200);
        assertThat(System.nanoTime() - started).isGreaterThan(1_200_000_000L);
    }

    @Test
    void a_misspelt_tag_is_refused_with_the_words_there_are() throws Exception {
        RunningSandbox.Answer answer = sandbox.image("oops [sandbox submit=explode]");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("explode", "drop_after_accept");
    }

    private static String outcome(JsonNode row) {
        return row.path("outcome").asText();
    }
}
