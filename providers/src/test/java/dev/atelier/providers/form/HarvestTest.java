package dev.atelier.providers.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.atelier.domain.provider.ResultFile;
import dev.atelier.providers.http.Json;

class HarvestTest {

    @Test
    void several_pictures_are_each_a_main_file_and_none_comes_twice() {
        assertThat(of("{\"images\":[{\"url\":\"https://x.example/1.png\"},{\"url\":\"https://x.example/2.png\"}],"
                + "\"image\":{\"url\":\"https://x.example/1.png\"},\"seed\":7}"))
                .containsExactly("main https://x.example/1.png", "main https://x.example/2.png");
    }

    @Test
    void of_a_model_in_several_formats_the_glb_is_the_main_one() {
        assertThat(of("{\"model_urls\":{\"fbx\":{\"url\":\"https://x.example/m.fbx\"},\"glb\":{\"url\":"
                + "\"https://x.example/m.glb?sign=1\"}},\"thumbnail\":{\"url\":\"https://x.example/t.webp\"},"
                + "\"textures\":[{\"base_color\":\"https://x.example/c.png\"}]}"))
                .containsExactly("format https://x.example/m.fbx", "main https://x.example/m.glb?sign=1",
                        "preview https://x.example/t.webp", "texture https://x.example/c.png");
    }

    @Test
    void an_output_may_be_one_address_a_list_or_a_text_that_is_none() {
        assertThat(of("\"https://x.example/a.mp4\"")).containsExactly("main https://x.example/a.mp4");
        assertThat(of("[\"https://x.example/a.webp\"]")).containsExactly("main https://x.example/a.webp");
        assertThat(of("\"once upon a time\"")).isEmpty();
        assertThat(of("null")).isEmpty();
    }

    @Test
    void the_only_file_is_the_main_one_whatever_it_is_called() {
        assertThat(of("{\"preview\":{\"url\":\"https://x.example/p.png\"}}"))
                .containsExactly("main https://x.example/p.png");
    }

    @Test
    void an_answer_without_end_is_read_so_far_and_no_further() {
        String many = "[" + String.join(",",
                IntStream.range(0, 500).mapToObj(i -> "\"https://x.example/" + i + "\"").toList())
                + "]";
        assertThat(of(many)).hasSize(50);
        assertThat(of("[".repeat(40) + "\"https://x.example/a\"" + "]".repeat(40))).isEmpty();
    }

    private static List<String> of(String json) {
        return Harvest.of(Json.value(json.getBytes(StandardCharsets.UTF_8)).orElseThrow()).stream()
                .map((ResultFile file) -> file.role() + " " + file.url()).toList();
    }
}
