package dev.atelier.activities.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckingOutputsTest {

    private final CheckingOutputs rules = new CheckingOutputs();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"convert|{\"format\":\"usdz\"}",
            "simplify|{\"ratio\":0.5}",
            "simplify|{\"face_count\":100}", "render_preview|{}", "render_turntable|{\"size\":128}", "optimize|{}",
            "analyze|{}", "bake_texture|{}",
            "bake_texture|{\"maps\":[\"ao\",\"emissive\"],\"size\":2048,\"margin\":8}"})
    void what_can_be_made_is_taken(String operation, String parameters) {
        assertThat(rules.wrong(operation, parameters)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"bake_texture|{\"maps\":[]}|maps",
            "bake_texture|{\"maps\":[\"height\"]}|base_color, normal, metallic_roughness, ao, emissive",
            "bake_texture|{\"size\":8192}|size", "bake_texture|{\"high\":7}|high",
            "CONVERT|{\"format\":\"usdz\"}|operation must be one of", "convert|{}|format must be one of",
            "convert|{\"format\":\"exe\"}|format must be one of", "convert|{\"format\":\"usdz\",\"more\":1}|more",
            "simplify|{}|takes one of", "simplify|{\"ratio\":0.5,\"face_count\":10}|takes one of",
            "simplify|{\"ratio\":2}|ratio", "simplify|{\"ratio\":\"half\"}|ratio",
            "simplify|{\"face_count\":0}|face_count",
            "render_preview|{\"size\":1000000}|size", "analyze|{\"size\":1}|size", "analyze|{|JSON"})
    void what_cannot_be_made_is_refused_with_a_word_on_why(String operation, String parameters, String why) {
        assertThat(rules.wrong(operation, parameters)).hasValueSatisfying(said -> assertThat(said).contains(why));
    }
}
