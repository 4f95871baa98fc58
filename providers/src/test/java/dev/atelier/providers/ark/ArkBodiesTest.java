package dev.atelier.providers.ark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.atelier.domain.catalogue.Input;
import dev.atelier.domain.job.Kind;
import dev.atelier.domain.provider.Order;
import dev.atelier.providers.http.Json;

class ArkBodiesTest {

    private static final String A = "https://x.example/a.png";
    private static final String B = "data:image/png;base64,AAAA";

    @Test
    void an_image_is_asked_for_by_size_without_a_watermark() {
        assertBody(Orders.image("a boat"), """
                {"model":"doubao-seedream-4-5-251128","prompt":"a boat","size":"2048x2048","response_format":"url",
                 "watermark":false,"sequential_image_generation":"disabled"}""");
    }

    @Test
    void one_image_to_change_goes_as_text_and_several_as_a_list() {
        assertThat(ArkBodies.of(Orders.image("a boat", A)).get("image")).isEqualTo(json("\"" + A + "\""));
        assertThat(ArkBodies.of(Orders.image("a boat", A, B)).get("image"))
                .isEqualTo(json("[\"" + A + "\",\"" + B + "\"]"));
    }

    @Test
    void a_format_is_named_only_where_the_catalogue_says_so() {
        assertThat(
                ArkBodies.of(Orders.with(Orders.image("a boat"), Map.of("output_format", "png"))).get("output_format"))
                .isEqualTo(json("\"png\""));
        assertThat(ArkBodies.of(Orders.with(Orders.image("a boat"), Map.of("synchronous", true))).has("output_format"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1:1,1k,1024x1024", "4:3,1k,1152x864", "3:4,1k,864x1152", "16:9,2k,2560x1440", "9:16,2k,1440x2560",
            "3:2,2k,2496x1664", "2:3,4k,3328x4992", "21:9,4k,6048x2592", "5:4,2k,2K", "1:1,,2K", "1:1,3k,3K"})
    void ratio_and_resolution_become_pixels(String ratio, String resolution, String size) {
        assertThat(ArkSizes.of(ratio, resolution)).isEqualTo(size);
    }

    @ParameterizedTest
    @CsvSource({"1k", "2k", "4k"})
    void upright_is_the_same_as_lying_turned_round(String resolution) {
        for (String[] pair : new String[][]{{"4:3", "3:4"}, {"16:9", "9:16"}, {"3:2", "2:3"}}) {
            String[] lying = ArkSizes.of(pair[0], resolution).split("x");
            assertThat(ArkSizes.of(pair[1], resolution)).isEqualTo(lying[1] + "x" + lying[0]);
            assertThat(Integer.parseInt(lying[0])).isGreaterThan(Integer.parseInt(lying[1]));
        }
    }

    @Test
    void a_video_from_words_names_its_ratio_and_carries_our_marker() {
        assertBody(Orders.video("a boat"), """
                {"model":"doubao-seedance-1-5-pro-251215","safety_identifier":"sub-01","resolution":"720p",
                 "duration":5,"watermark":false,"return_last_frame":false,
                 "content":[{"type":"text","text":"a boat"}],"ratio":"16:9"}""");
    }

    @Test
    void a_video_from_one_image_begins_with_it_and_takes_its_ratio() {
        assertBody(Orders.video("a boat", A),
                """
                {"model":"doubao-seedance-1-5-pro-251215","safety_identifier":"sub-01","resolution":"720p",
                 "duration":5,"watermark":false,"return_last_frame":false,
                 "content":[{"type":"text","text":"a boat"},
                            {"type":"image_url","image_url":{"url":"https://x.example/a.png"},"role":"first_frame"}]}""");
    }

    @Test
    void a_video_from_two_images_goes_from_the_first_to_the_last_and_from_more_refers_to_them() {
        assertThat(roles(Orders.video("a boat", A, B))).containsExactly("first_frame", "last_frame");
        assertThat(roles(Orders.video("a boat", A, B, A))).containsOnly("reference_image").hasSize(3);
    }

    @Test
    void a_video_from_an_image_alone_sends_no_empty_text() {
        for (String none : new String[]{null, "", " "}) {
            JsonNode content = ArkBodies.of(Orders.video(none, A)).get("content");
            assertThat(content).hasSize(1);
            assertThat(content.get(0).get("type").textValue()).isEqualTo("image_url");
        }
    }

    @Test
    void a_mesh_is_asked_for_as_glb_with_the_catalogues_detail() {
        assertBody(Orders.mesh("a chair", A), """
                {"model":"doubao-seed3d-1-0-250928","safety_identifier":"sub-01",
                 "content":[{"type":"text","text":"a chair --subdivisionlevel medium --fileformat glb"},
                            {"type":"image_url","image_url":{"url":"https://x.example/a.png"}}]}""");
        JsonNode text = ArkBodies.of(Orders.with(Orders.mesh(null, A), Map.of("subdivision_level", "high")))
                .at("/content/0/text");
        assertThat(text.textValue()).isEqualTo("--subdivisionlevel high --fileformat glb");
    }

    @Test
    void a_conversion_is_no_order_for_ark() {
        Order order = new Order("sub-01", Kind.CONVERSION, "m",
                new Input(null, null, null, null, null, null, null, null, null), List.of(), null, Map.of());
        assertThatThrownBy(() -> ArkBodies.of(order)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> roles(Order order) {
        return ArkBodies.of(order).get("content").findValuesAsText("role");
    }

    private static void assertBody(Order order, String expected) {
        assertThat(ArkBodies.of(order)).isEqualTo(json(expected));
    }

    private static JsonNode json(String text) {
        return Json.value(text.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }
}
