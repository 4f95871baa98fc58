package dev.atelier.domain.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InputRulesTest {

    private static final Limits IMAGE = new Limits(20, true, 0, 2,
            List.of("1:1", "4:3", "3:4", "16:9", "9:16", "3:2", "2:3", "21:9"), "1:1", List.of("1k", "2k", "4k"), "2k",
            List.of(), null, true, true, true, List.of("url", "b64_json"), 900, List.of());
    private static final Limits VIDEO = new Limits(20, true, 0, 2,
            List.of("1:1", "4:3", "3:4", "16:9", "9:16", "21:9"), "16:9", List.of("720p", "1080p"), "720p",
            List.of(5, 10), 5, false, false, false, List.of("url"), 3600, List.of());
    private static final Limits MESH = new Limits(20, false, 1, 1, List.of(), null, List.of(), null, List.of(), null,
            false, false, false, List.of("url"), 3600, List.of());

    @Test
    void an_image_that_says_nothing_more_is_square_in_2k_by_url() {
        Input read = InputRules.read(asking().build(), IMAGE).input();
        assertThat(read.ratio()).isEqualTo("1:1");
        assertThat(read.resolution()).isEqualTo("2k");
        assertThat(read.duration()).isNull();
        assertThat(read.responseFormat()).isEqualTo("url");
        assertThat(read.images()).isEmpty();
    }

    @Test
    void a_video_that_says_nothing_more_is_wide_in_720p_for_five_seconds() {
        Input read = InputRules.read(asking().build(), VIDEO).input();
        assertThat(read.ratio()).isEqualTo("16:9");
        assertThat(read.resolution()).isEqualTo("720p");
        assertThat(read.duration()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({"1:1,true,true", "4:3,true,true", "3:4,true,true", "16:9,true,true", "9:16,true,true",
            "3:2,true,false", "2:3,true,false", "21:9,true,true", "5:4,false,false", "16x9,false,false",
            "'',false,false", "' 1:1',false,false"})
    void a_ratio_is_one_of_the_models(String ratio, boolean image, boolean video) {
        Input asked = asking().ratio(ratio).build();
        assertThat(complaints(asked, IMAGE)).isEqualTo(image ? List.of() : List.of("input.ratio"));
        assertThat(complaints(asked, VIDEO)).isEqualTo(video ? List.of() : List.of("input.ratio"));
    }

    @ParameterizedTest
    @CsvSource({"1k,true,false", "2k,true,false", "4k,true,false", "2K,false,false", "8k,false,false",
            "720p,false,true", "1080p,false,true", "480p,false,false"})
    void a_resolution_is_one_of_the_models(String resolution, boolean image, boolean video) {
        Input asked = asking().resolution(resolution).build();
        assertThat(complaints(asked, IMAGE)).isEqualTo(image ? List.of() : List.of("input.resolution"));
        assertThat(complaints(asked, VIDEO)).isEqualTo(video ? List.of() : List.of("input.resolution"));
    }

    @ParameterizedTest
    @CsvSource({"5,true", "10,true", "0,false", "-5,false", "6,false", "2147483647,false"})
    void a_video_lasts_five_or_ten_seconds(int seconds, boolean good) {
        assertThat(complaints(asking().duration(seconds).build(), VIDEO))
                .isEqualTo(good ? List.of() : List.of("input.duration"));
    }

    @Test
    void an_image_has_no_duration_and_a_mesh_no_ratio() {
        assertThat(complaints(asking().duration(5).build(), IMAGE)).containsExactly("input.duration");
        assertThat(complaints(asking().images("a").ratio("1:1").resolution("2k").build(), MESH))
                .containsExactly("input.ratio", "input.resolution");
    }

    @ParameterizedTest
    @CsvSource({"0,true", "0.0,true", "0.5,true", "0.50,true", "0.55,true", "0.550,true", "1,true", "1.00,true",
            "0.555,false", "1.01,false", "-0.01,false", "2,false", "1e9999,false", "1e-9999,false"})
    void sample_strength_is_from_0_to_1_with_two_decimals(BigDecimal strength, boolean good) {
        assertThat(complaints(asking().images("a").strength(strength).build(), IMAGE))
                .isEqualTo(good ? List.of() : List.of("input.sample_strength"));
    }

    @Test
    void sample_strength_means_something_only_with_images_and_where_the_model_has_it() {
        BigDecimal half = new BigDecimal("0.5");
        assertThat(complaints(asking().strength(half).build(), IMAGE)).containsExactly("input.sample_strength");
        assertThat(complaints(asking().images("a").strength(half).build(), VIDEO))
                .containsExactly("input.sample_strength");
    }

    @Test
    void the_ratio_is_chosen_by_the_model_only_where_it_can() {
        assertThat(complaints(asking().intelligent(true).build(), IMAGE)).isEmpty();
        assertThat(complaints(asking().intelligent(true).build(), VIDEO)).containsExactly("input.intelligent_ratio");
        assertThat(complaints(asking().intelligent(false).build(), VIDEO)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"url,true,true", "b64_json,true,false", "base64,false,false", "URL,false,false"})
    void the_response_comes_by_url_or_inside(String format, boolean image, boolean video) {
        Input asked = asking().format(format).build();
        assertThat(complaints(asked, IMAGE)).isEqualTo(image ? List.of() : List.of("input.response_format"));
        assertThat(complaints(asked, VIDEO)).isEqualTo(video ? List.of() : List.of("input.response_format"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t", "123456789012345678901", "a\0b", "half \uD83D of a rocket", "\uDE80"})
    void a_prompt_is_neither_empty_nor_too_long_nor_unwritable(String prompt) {
        assertThat(complaints(asking().prompt(prompt).build(), IMAGE)).containsExactly("input.prompt");
    }

    @Test
    void a_prompt_is_counted_in_characters_as_people_count_them() {
        assertThat(complaints(asking().prompt("\uD83D\uDE80".repeat(20)).build(), IMAGE)).isEmpty();
        assertThat(complaints(asking().prompt("\uD83D\uDE80".repeat(21)).build(), IMAGE))
                .containsExactly("input.prompt");
    }

    @Test
    void a_prompt_may_be_missing_only_where_an_image_suffices() {
        assertThat(complaints(asking().prompt(null).build(), IMAGE)).containsExactly("input.prompt");
        assertThat(complaints(asking().prompt(null).images("a").build(), MESH)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"123456789012345678901", "a\0b", "\uD83D"})
    void a_negative_prompt_obeys_the_same_rules(String negative) {
        assertThat(complaints(asking().negative("no text").build(), IMAGE)).isEmpty();
        assertThat(complaints(asking().negative(negative).build(), IMAGE)).containsExactly("input.negative_prompt");
        assertThat(complaints(asking().negative("no text").build(), VIDEO)).containsExactly("input.negative_prompt");
    }

    @Test
    void a_model_takes_as_many_images_as_it_says() {
        assertThat(complaints(asking().images("a", "b").build(), IMAGE)).isEmpty();
        assertThat(complaints(asking().images("a", "b", "c").build(), IMAGE)).containsExactly("input.images");
        assertThat(complaints(asking().build(), MESH)).containsExactly("input.images");
        assertThat(complaints(asking().images("a", "b").build(), MESH)).containsExactly("input.images");
        assertThat(complaints(asking().images(" ").build(), IMAGE)).containsExactly("input.images");
        Input hole = asking().images(Collections.singletonList(null)).build();
        assertThat(complaints(hole, IMAGE)).containsExactly("input.images");
    }

    @Test
    void a_models_entry_widens_and_narrows_every_list() {
        Limits own = new Limits(5, true, 0, 0, List.of("5:4"), "5:4", List.of("8k"), null, List.of(7, 15), 15, false,
                false, false, List.of("b64_json"), 60, List.of());
        assertThat(complaints(asking().prompt("boat").ratio("5:4").resolution("8k").duration(7).format("b64_json")
                .build(), own)).isEmpty();
        assertThat(complaints(asking().prompt("a boat").ratio("1:1").resolution("2k").duration(5).format("url")
                .images("a").build(), own)).containsExactlyInAnyOrder("input.prompt", "input.ratio",
                        "input.resolution", "input.duration", "input.response_format", "input.images");
        Input read = InputRules.read(asking().prompt("boat").build(), own).input();
        assertThat(read.ratio()).isEqualTo("5:4");
        assertThat(read.resolution()).as("without a named default, the first").isEqualTo("8k");
        assertThat(read.duration()).isEqualTo(15);
    }

    @Test
    void a_default_is_always_something_the_model_takes() {
        Limits onlyInside = new Limits(20, true, 0, 0, List.of(), null, List.of(), null, List.of(), null, false, false,
                false, List.of("b64_json"), 60, List.of());
        Input read = InputRules.read(asking().build(), onlyInside).input();
        assertThat(read.responseFormat()).isEqualTo("b64_json");
    }

    @Test
    void a_refusal_says_what_would_be_accepted() {
        assertThat(InputRules.read(asking().duration(7).build(), VIDEO).violations())
                .containsExactly(new Violation("input.duration", "'7' is not one of [5, 10]"));
        assertThat(InputRules.read(asking().build(), MESH).violations().getFirst().message())
                .isEqualTo("this model takes exactly 1 image(s), not 0");
    }

    @Test
    void everything_wrong_is_told_at_once() {
        assertThat(complaints(asking().prompt("").ratio("x").duration(1).format("x").build(), VIDEO))
                .containsExactlyInAnyOrder("input.prompt", "input.ratio", "input.duration", "input.response_format");
    }

    private static List<String> complaints(Input asked, Limits limits) {
        return InputRules.read(asked, limits).violations().stream().map(Violation::field).toList();
    }

    private static Asking asking() {
        return new Asking();
    }

    private static final class Asking {

        private String prompt = "a boat";
        private String negative;
        private List<String> images;
        private String ratio;
        private String resolution;
        private Integer duration;
        private Boolean intelligent;
        private BigDecimal strength;
        private String format;

        Asking prompt(String value) {
            prompt = value;
            return this;
        }

        Asking negative(String value) {
            negative = value;
            return this;
        }

        Asking images(String... values) {
            return images(List.of(values));
        }

        Asking images(List<String> values) {
            images = values;
            return this;
        }

        Asking ratio(String value) {
            ratio = value;
            return this;
        }

        Asking resolution(String value) {
            resolution = value;
            return this;
        }

        Asking duration(int value) {
            duration = value;
            return this;
        }

        Asking intelligent(boolean value) {
            intelligent = value;
            return this;
        }

        Asking strength(BigDecimal value) {
            strength = value;
            return this;
        }

        Asking format(String value) {
            format = value;
            return this;
        }

        Input build() {
            return new Input(prompt, negative, images, ratio, resolution, duration, intelligent, strength, format);
        }
    }
}
