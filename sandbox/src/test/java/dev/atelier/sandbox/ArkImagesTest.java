package dev.atelier.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArkImagesTest {
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
    @CsvSource({"640x360,640,360", "1K,1024,1024", "2K,2048,2048", "17x900,17,900"})
    void a_picture_has_exactly_the_size_asked_for(String size, int width, int height) throws Exception {
        RunningSandbox.Answer answer = sandbox.image("a boat " + size,
                "\"size\":\"" + size + "\",\"output_format\":\"png\"");

        assertThat(answer.status()).isEqualTo(200);
        JsonNode item = answer.json().path("data").get(0);
        assertThat(item.path("size").asText()).isEqualTo(width + "x" + height);
        RunningSandbox.Answer file = sandbox.get(item.path("url").asText(), null);
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(file.bytes()));
        assertThat(file.type()).isEqualTo("image/png");
        assertThat(picture.getWidth()).isEqualTo(width);
        assertThat(picture.getHeight()).isEqualTo(height);
    }

    @Test
    void the_same_prompt_size_and_seed_give_the_same_bytes_and_another_seed_gives_others() throws Exception {
        assertThat(inline("a fox", 7)).isEqualTo(inline("a fox", 7)).isNotEqualTo(inline("a fox", 8))
                .isNotEqualTo(inline("a hen", 7));
    }

    @Test
    void a_picture_is_jpeg_unless_png_is_asked_for() throws Exception {
        byte[] bytes = inline("a jpeg", 1);

        assertThat(bytes).startsWith(0xff, 0xd8, 0xff);
        assertThat(ImageIO.read(new ByteArrayInputStream(bytes)).getWidth()).isEqualTo(64);
    }

    @Test
    void a_set_has_as_many_pictures_as_allowed_and_counts_them() throws Exception {
        JsonNode answer = sandbox.image("a set", "\"size\":\"64x64\",\"sequential_image_generation\":\"auto\","
                + "\"sequential_image_generation_options\":{\"max_images\":4}").json();

        assertThat(answer.path("data")).hasSize(4);
        assertThat(answer.path("usage").path("generated_images").asInt()).isEqualTo(4);
        assertThat(answer.path("created").asLong()).isPositive();
        assertThat(answer.path("model").asText()).isEqualTo("doubao-seedream-4-5-251128");
    }

    @Test
    void of_a_set_with_bad_content_the_last_picture_carries_its_own_error() throws Exception {
        JsonNode answer = sandbox.image("a set [sandbox fail=content_output]", "\"size\":\"64x64\","
                + "\"sequential_image_generation\":\"auto\"").json();

        assertThat(answer.path("data").get(0).path("url").asText()).startsWith(sandbox.url());
        assertThat(answer.path("data").get(2).path("error").path("code").asText())
                .isEqualTo("OutputImageSensitiveContentDetected");
        assertThat(answer.path("usage").path("generated_images").asInt()).isEqualTo(2);
    }

    @Test
    void null_fields_count_as_absent() throws Exception {
        assertThat(sandbox.image("nulls", "\"size\":\"64x64\",\"image\":null,\"seed\":null,\"stream\":null,"
                + "\"output_format\":null,\"sequential_image_generation\":null").status()).isEqualTo(200);
    }

    @Test
    void input_pictures_come_as_addresses_or_data_uris() throws Exception {
        String large = "data:image/png;base64," + "A".repeat(30_000_000);

        assertThat(sandbox.image("edit", "\"size\":\"64x64\",\"image\":[\"https://example.org/a.png\",\"" + large
                + "\"]").status()).isEqualTo(200);
        assertThat(sandbox.image("edit", "\"image\":\"file:///etc/passwd\"").errorCode())
                .isEqualTo("InvalidParameter");
    }

    @Test
    void a_stream_sends_an_event_for_each_picture_and_then_the_sum() throws Exception {
        RunningSandbox.Answer answer = sandbox.image("streamed", "\"size\":\"64x64\",\"stream\":true");

        assertThat(answer.type()).startsWith("text/event-stream");
        assertThat(answer.text()).contains("event: image_generation.partial_succeeded\n",
                "event: image_generation.completed\n").endsWith("data: [DONE]\n\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"size\":\"huge\"", "\"size\":\"9000x9000\"", "\"size\":12", "\"output_format\":\"gif\"",
            "\"response_format\":\"ftp\"", "\"seed\":\"x\""})
    void what_the_provider_would_not_take_is_refused(String field) throws Exception {
        RunningSandbox.Answer answer = sandbox.image("bad " + field, field);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorCode()).isEqualTo("InvalidParameter");
        assertThat(sandbox.journal("bad " + field)).hasSize(1)
                .allMatch(row -> row.path("outcome").asText().equals("rejected"));
    }

    @Test
    void an_unknown_model_is_not_found_and_a_missing_prompt_is_named() throws Exception {
        assertThat(sandbox.post(RunningSandbox.IMAGES, "k", "{\"model\":\"gpt\",\"prompt\":\"p\"}").errorCode())
                .isEqualTo("InvalidEndpointOrModel.NotFound");
        assertThat(sandbox.post(RunningSandbox.IMAGES, "k", "{\"model\":\"doubao-seedream-4-5\"}").json()
                .path("error").path("param").asText()).isEqualTo("prompt");
        assertThat(sandbox.post(RunningSandbox.IMAGES, "k", "not json").status()).isEqualTo(400);
    }

    private static byte[] inline(String prompt, long seed) throws Exception {
        JsonNode answer = sandbox.image(prompt, "\"size\":\"64x64\",\"response_format\":\"b64_json\",\"seed\":" + seed)
                .json();
        return Base64.getDecoder().decode(answer.path("data").get(0).path("b64_json").asText());
    }
}
