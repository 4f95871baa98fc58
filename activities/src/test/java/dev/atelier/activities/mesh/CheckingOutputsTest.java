package dev.atelier.activities.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.atelier.db.job.OutputRules;

class CheckingOutputsTest {

    private final CheckingOutputs rules = new CheckingOutputs();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"convert|{\"format\":\"usdz\"}",
            "simplify|{\"ratio\":0.5}",
            "simplify|{\"face_count\":100}", "render_preview|{}", "render_turntable|{\"size\":128}", "optimize|{}",
            "analyze|{}", "bake_texture|{}",
            "bake_texture|{\"maps\":[\"ao\",\"emissive\"],\"size\":2048,\"margin\":8}"})
    void what_can_be_made_is_taken(String operation, String parameters) {
        assertThat(rules.judge("mesh", operation, parameters).wrong()).isNull();
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
        assertThat(rules.judge("mesh", operation, parameters).wrong()).contains(why);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"image|convert|{\"format\":\"webp\"}|image",
            "image|resize|{\"width\":640}|image", "image|thumbnail|{}|image",
            "image|resize|{\"width\":64,\"height\":64,\"fit\":\"cover\",\"format\":\"jpeg\"}|image",
            "video|poster|{}|image", "video|poster|{\"at\":1.5,\"size\":320,\"format\":\"png\"}|image",
            "mesh|render_preview|{}|image", "mesh|simplify|{\"ratio\":0.5}|mesh"})
    void each_kind_has_its_own_and_what_comes_out_is_known(String kind, String operation, String parameters,
            String makes) {
        assertThat(rules.judge(kind, operation, parameters)).isEqualTo(new OutputRules.Verdict(null, makes));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"image|convert|{\"format\":\"usdz\"}|png, jpeg, webp",
            "image|convert|{}|format", "image|resize|{}|width", "image|resize|{\"width\":100000}|width",
            "image|resize|{\"width\":64,\"fit\":\"cover\"}|both", "image|resize|{\"width\":64,\"fit\":\"x\"}|fit",
            "image|thumbnail|{\"size\":5000}|size", "image|simplify|{\"ratio\":0.5}|operation must be one of",
            "video|resize|{\"width\":64}|operation must be one of", "video|poster|{\"at\":-1}|at",
            "video|poster|{\"format\":\"gif\"}|format", "mesh|poster|{}|operation must be one of",
            "mesh|convert|{\"format\":\"webp\"}|format must be one of"})
    void what_is_asked_of_another_kind_is_refused(String kind, String operation, String parameters, String why) {
        assertThat(rules.judge(kind, operation, parameters).wrong()).contains(why);
    }
}
