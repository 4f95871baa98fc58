package dev.atelier.embedded.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.embedded.show.Rest;
import dev.atelier.embedded.testbed.Jobs;
import dev.atelier.embedded.testbed.RealHouse;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A model that a job made becomes other files, each by a child process of its own, each with an end of its own. */
@RealTemporal
@Order(5)
class ConversionTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final RealHouse house;
    private final Rest api;

    ConversionTest(RealHouse house) {
        this.house = house;
        this.api = new Rest(house.wiring().api(), house.wiring().keys().api());
    }

    @Test
    void outputs_are_made_in_order_a_failed_one_spoils_no_other_and_equal_work_is_not_done_twice() {
        String model = model();
        JsonNode mixed = ended(convert(model, """
                [{"operation":"simplify","ratio":0.5},
                 {"operation":"convert","format":"usdz","depends_on":0},
                 {"operation":"render_preview","size":64},
                 {"operation":"analyze"},
                 {"operation":"convert","format":"usdz","depends_on":3}]"""));
        assertThat(mixed.path("status").asString()).as("%s", mixed).isEqualTo("failed");
        assertThat(words(mixed, "status")).containsExactly("succeeded", "succeeded", "succeeded", "succeeded",
                "failed");
        assertThat(mixed.at("/output/4/error/code").asString()).isEqualTo("SOURCE_FAILED");

        JsonNode again = ended(convert(model, "[{\"operation\":\"render_preview\",\"size\":64}]"));
        assertThat(again.path("status").asString()).as("%s", again).isEqualTo("succeeded");
        assertThat(house.rows().one("""
                select count(distinct a.sha256) as files, min(c.duration_ms) as shortest, count(*) as made
                  from conversions c join assets a on a.id = c.output_asset_id
                 where c.operation = 'render_preview'""")).containsEntry("files", "1").containsEntry("shortest", "0")
                .containsEntry("made", "2");
        assertThat(house.rows().number("select count(*) from model_assets where lod_of_model_asset_id is not null"))
                .isEqualTo(1);
    }

    private String model() {
        Jobs.Posted image = house.jobs().post("image");
        assertThat(house.jobs().end(image, PATIENCE)).isEqualTo("succeeded");
        ObjectNode body = JsonMapper.shared().createObjectNode().put("kind", "mesh").put("model", meshModel());
        body.putObject("input").put("prompt", "A lantern").putArray("images")
                .add(house.jobs().read(image).at("/output/0/asset_id").asString());
        return ended(posted(body)).at("/output/0/asset_id").asString();
    }

    private String meshModel() {
        return StreamSupport.stream(api.get("/v1/models?limit=100").body().path("data").spliterator(), false)
                .filter(each -> each.path("kind").asString("").equals("mesh")
                        && each.path("provider").asString("").equals("ark"))
                .findFirst().orElseThrow().path("id").asString();
    }

    private Jobs.Posted convert(String asset, String outputs) {
        ObjectNode body = JsonMapper.shared().createObjectNode().put("kind", "conversion");
        body.putObject("input").put("asset", asset).set("outputs", JsonMapper.shared().readTree(outputs));
        return posted(body);
    }

    private Jobs.Posted posted(ObjectNode body) {
        Rest.Answer answer = api.post("/v1/jobs", body);
        assertThat(answer.status()).as("%s", answer).isEqualTo(202);
        return new Jobs.Posted(answer.body().path("id").asString(), body.path("kind").asString(), "");
    }

    private JsonNode ended(Jobs.Posted job) {
        house.jobs().end(job, PATIENCE);
        return house.jobs().read(job);
    }

    private static List<String> words(JsonNode job, String field) {
        return StreamSupport.stream(job.path("output").spliterator(), false).map(each -> each.path(field).asString())
                .toList();
    }
}
