package dev.atelier.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.atelier.api.testing.HttpTest;

/** What no client should send, and some will: told as the caller's mistake, never as ours. */
class OddBodiesTest extends HttpTest {
    private void mistake(String body) {
        Reply reply = post(body);
        String shown = body.length() > 200 ? body.substring(0, 200) : body;
        assertThat(reply.status()).as(shown + reply).isIn(400, 413, 422);
        assertThat(reply.code()).isNotBlank();
    }

    private static String with(String field) {
        return image("x").replaceFirst("}$", "," + field.replace("\\", "\\\\") + "}");
    }

    @Test
    void numbers_beyond_all_bounds() {
        for (String number : List.of("99999999999", "1e400", "-1", "1e-999999999", "0.5", "NaN", "1e999999999")) {
            mistake(with("\"priority\":" + number));
            mistake(body("image", "ark/seedream-4.5",
                    "\"input\":{\"prompt\":\"x\",\"sample_strength\":" + number + "}"));
            mistake(body("video", "ark/seedance-1.5-pro", "\"input\":{\"prompt\":\"x\",\"duration\":" + number + "}"));
        }
    }

    @Test
    void texts_that_no_database_takes() {
        for (String text : List.of("a\\u0000b", "\\ud800", "\\udc00x")) {
            mistake(image(text));
            mistake(with("\"metadata\":{\"a\":\"" + text + "\"}"));
            mistake(with("\"metadata\":{\"" + text + "\":\"a\"}"));
            mistake(with("\"webhook_url\":\"https://e.org/" + text + "\""));
            mistake(with("\"project_id\":\"" + text + "\""));
            mistake(with("\"storyboard\":{\"project_id\":\"" + text + "\",\"project_name\":\"a\",\"work_id\":\"a\","
                    + "\"storyboard_id\":\"a\"}"));
            mistake(body("image", text, "\"input\":{\"prompt\":\"x\"}"));
            mistake(body("image", "ark/seedream-4.5", "\"input\":{\"prompt\":\"x\",\"images\":[\"" + text + "\"]}"));
        }
    }

    @Test
    void shapes_that_do_not_end() {
        mistake("[".repeat(5000));
        mistake(with("\"metadata\":" + "{\"a\":".repeat(5000) + "1" + "}".repeat(5000)));
        mistake(with("\"metadata\":{" + String.join(",",
                IntStream.range(0, 21).mapToObj(n -> "\"k" + n + "\":\"v\"").toList()) + "}"));
        mistake(image("x").replaceFirst("\\{", "{\"kind\":\"video\","));
        mistake(with("\"webhook_events\":[null]"));
        mistake(body("image", "ark/seedream-4.5", "\"input\":{\"prompt\":\"x\",\"images\":[null]}"));
        mistake("null");
        mistake("\"text\"");
        mistake("\u0000");
    }
}
