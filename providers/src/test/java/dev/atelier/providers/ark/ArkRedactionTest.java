package dev.atelier.providers.ark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.atelier.domain.provider.Exchange;
import dev.atelier.domain.provider.Order;
import dev.atelier.domain.provider.Sighting;
import dev.atelier.domain.provider.SubmitOutcome;
import dev.atelier.domain.provider.TaskId;
import dev.atelier.providers.http.Json;

/** A provider that says back all it was told: nothing of it is kept. */
class ArkRedactionTest {

    private static final String PROMPT = "my \"private\" words\nabout Ada Lovelace";
    private static final String MEDIA = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ";
    private static final String DATA_URI = "data:image/png;base64," + MEDIA;

    private final ArkServer server = new ArkServer();

    @AfterEach
    void close() {
        server.close();
    }

    static Stream<String> echoes() {
        String said = "you sent " + PROMPT + " with " + Orders.KEY + " and " + DATA_URI;
        String quoted = new String(Json.bytes(Json.of(said)), StandardCharsets.UTF_8);
        return Stream.of("{\"id\":\"cgt-1\",\"echo\":" + quoted + "}",
                "{\"error\":{\"code\":\"InvalidParameter\",\"message\":" + quoted + "}}", "<html>" + said + "</html>",
                "{\"cut\":" + quoted, "{" + quoted + ":1}", "[[" + quoted + "]]",
                "data:x;base64," + "A".repeat(8_120) + " " + said, said.repeat(2_000));
    }

    @ParameterizedTest
    @MethodSource("echoes")
    void neither_key_nor_prompt_nor_media_is_kept_of_a_create(String echo) {
        for (Order order : new Order[]{Orders.image(PROMPT, DATA_URI), Orders.video(PROMPT, DATA_URI),
                Orders.mesh(PROMPT, DATA_URI)}) {
            for (int status : new int[]{200, 400, 500}) {
                server.answers(status, echo, "X-Request-Id", "id-" + Orders.KEY);
                SubmitOutcome outcome = server.ark.submit(order, server.credential);
                assertClean(outcome.exchange());
                assertThat(outcome.toString()).doesNotContain(Orders.KEY).doesNotContain("Lovelace");
            }
        }
    }

    @Test
    void equal_prompts_can_still_be_told() {
        server.answers(200, "{\"id\":\"cgt-1\"}");
        Exchange exchange = server.ark.submit(Orders.mesh(PROMPT, DATA_URI), server.credential).exchange();
        assertThat(exchange.requestJson()).containsPattern("sha256:[0-9a-f]{64} --subdivisionlevel medium");
    }

    @Test
    void what_the_provider_made_of_the_prompt_is_not_kept_of_a_look() {
        TaskId task = new TaskId("cgt-1");
        server.answers(200, """
                {"total":1,"items":[{"id":"cgt-1","status":"failed","revised_prompt":"Ada Lovelace in private words",
                 "text":"Ada Lovelace","key":"%s","seen":"%s",
                 "error":{"code":"GenerationFailed","message":"no"}}]}""".formatted(Orders.KEY, DATA_URI));
        Sighting seen = server.ark.look(Set.of(task), server.credential).get(task);
        assertClean(((Sighting.Ended) seen).exchange());
    }

    @Test
    void nor_of_a_cancel() {
        server.answers(200, "{\"status\":\"running\",\"text\":\"Ada Lovelace\",\"key\":\"" + Orders.KEY + "\"}");
        assertClean(server.ark.cancel(new TaskId("cgt-1"), server.credential).exchange());
    }

    private static void assertClean(Exchange exchange) {
        assertThat(exchange.toString()).doesNotContain(Orders.KEY).doesNotContain("Lovelace").doesNotContain(MEDIA);
        for (String json : new String[]{exchange.requestJson(), exchange.responseJson()}) {
            byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
            assertThat(bytes).hasSizeLessThanOrEqualTo(16 * 1024);
            assertThat(Json.value(bytes)).as("JSON: %s", json).isPresent();
        }
    }
}
