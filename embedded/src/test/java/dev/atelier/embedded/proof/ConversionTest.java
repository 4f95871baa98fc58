package dev.atelier.embedded.proof;

import static dev.atelier.embedded.testbed.Conversions.words;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.embedded.testbed.Conversions;
import dev.atelier.embedded.testbed.RealHouse;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A model that a job made becomes other files, each by a child process of its own, each with an end of its own. */
@RealTemporal
@Order(5)
class ConversionTest {
    private final RealHouse house;
    private final Conversions conversions;

    ConversionTest(RealHouse house) {
        this.house = house;
        this.conversions = new Conversions(house);
    }

    @Test
    void outputs_are_made_in_order_a_failed_one_spoils_no_other_and_equal_work_is_not_done_twice() {
        String model = conversions.model();
        JsonNode mixed = conversions.ended(conversions.convert(model, """
                [{"operation":"simplify","ratio":0.5},
                 {"operation":"convert","format":"usdz","depends_on":0},
                 {"operation":"render_preview","size":64},
                 {"operation":"analyze"},
                 {"operation":"convert","format":"usdz","depends_on":3},
                 {"operation":"bake_texture","maps":["base_color","ao"],"size":64,"samples":4,"depends_on":0},
                 {"operation":"convert","format":"usdz","depends_on":5}]"""));
        assertThat(mixed.path("status").asString()).as("%s", mixed).isEqualTo("failed");
        assertThat(words(mixed, "status")).containsExactly("succeeded", "succeeded", "succeeded", "succeeded",
                "failed", "succeeded", "succeeded");
        assertThat(house.rows().one("""
                select result ->> 'faces_high' = (select max(result ->> 'faces_before') from conversions) as from_first,
                       (result ->> 'faces')::int < (result ->> 'faces_high')::int as to_smaller
                  from conversions where operation = 'bake_texture'""")).containsEntry("from_first", "t")
                .containsEntry("to_smaller", "t");
        assertThat(conversions.post(model, "[{\"operation\":\"bake_texture\",\"high\":\"nobody's\"}]").body()
                .at("/errors/0/field").asString()).isEqualTo("input.outputs[0].high");
        assertThat(mixed.at("/output/4/error/code").asString()).isEqualTo("SOURCE_FAILED");

        JsonNode again = conversions.ended(conversions.convert(model,
                "[{\"operation\":\"render_preview\",\"size\":64}]"));
        assertThat(again.path("status").asString()).as("%s", again).isEqualTo("succeeded");
        assertThat(house.rows().one("""
                select count(distinct a.sha256) as files, min(c.duration_ms) as shortest, count(*) as made
                  from conversions c join assets a on a.id = c.output_asset_id
                 where c.operation = 'render_preview'""")).containsEntry("files", "1").containsEntry("shortest", "0")
                .containsEntry("made", "2");
        assertThat(house.rows().number("select count(*) from model_assets where lod_of_model_asset_id is not null"))
                .isEqualTo(1);
    }

    @Test
    void an_image_becomes_others_and_what_is_only_for_models_is_refused_when_it_is_asked_of_it() {
        String image = conversions.ended(house.jobs().post("image")).at("/output/0/asset_id").asString();
        JsonNode made = conversions.ended(conversions.convert(image, """
                [{"operation":"resize","width":200,"format":"webp"},
                 {"operation":"thumbnail","size":64,"depends_on":0}]"""));
        assertThat(made.path("status").asString()).as("%s", made).isEqualTo("succeeded");
        assertThat(words(made, "mime_type")).containsExactly("image/webp", "image/jpeg");
        assertThat(made.at("/output/1/width").asInt()).isEqualTo(64);
        assertThat(conversions.lineage(made.at("/output/1/asset_id").asString()).path("chain"))
                .extracting(step -> step.path("made_by").asString())
                .containsExactly("conversion", "conversion", "generation");

        assertThat(conversions.post(image, "[{\"operation\":\"simplify\",\"ratio\":0.5}]").status()).isEqualTo(422);
        assertThat(conversions.post(image, """
                [{"operation":"thumbnail"},{"operation":"analyze","depends_on":0}]""").body()
                .at("/errors/0/field").asString()).isEqualTo("input.outputs[1]");
    }
}
