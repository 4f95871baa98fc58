package dev.atelier.embedded.proof;

import static dev.atelier.embedded.testbed.Conversions.words;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.embedded.testbed.Conversions;
import dev.atelier.embedded.testbed.Jobs;
import dev.atelier.embedded.testbed.RealHouse;
import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A finished model becomes what its project wants, though both workers are killed as soon as it is finished. */
@RealTemporal
@Order(19)
class AutomaticConversionTest {
    private static final Duration MINUTE = Duration.ofSeconds(60);

    private final RealHouse house;
    private final Conversions conversions;

    AutomaticConversionTest(RealHouse house) {
        this.house = house;
        this.conversions = new Conversions(house);
    }

    @Test
    void what_a_project_wants_of_a_finished_model_is_made_once_although_both_workers_die() {
        String project = conversions.project("Lanterns", "preview", "lods", "usdz");
        Jobs.Posted mesh = conversions.mesh(project);
        RealHouse.until("it is finished", MINUTE, () -> conversions.automaticOf(mesh) != null);
        house.plugs().kill("worker-1", "worker-2");
        house.plugs().start("worker-1");

        Jobs.Posted automatic = conversions.automaticOf(mesh);
        JsonNode made = conversions.ended(automatic);
        assertThat(made.path("status").asString()).as("%s", made).isEqualTo("succeeded");
        assertThat(words(made, "operation")).containsExactly("render_preview", "simplify", "simplify", "simplify",
                "convert");
        assertThat(house.rows().number("select count(*) from generation_jobs where project_id = '" + project
                + "' and kind = 'conversion'")).isEqualTo(1);

        String model = house.jobs().read(mesh).at("/output/0/asset_id").asString();
        assertThat(faces(model)).isGreaterThan(faces(made, 1));
        assertThat(faces(made, 1)).isGreaterThan(faces(made, 2));
        assertThat(faces(made, 2)).isGreaterThan(faces(made, 3));
        assertThat(conversions.asset(made.at("/output/3/asset_id").asString()).at("/mesh/lod_of_asset_id").asString())
                .isEqualTo(made.at("/output/2/asset_id").asString());
        assertThat(conversions.asset(model).at("/mesh/preview_asset_id").asString())
                .isEqualTo(made.at("/output/0/asset_id").asString());
        itsLineageLeadsBackToTheWords(made.at("/output/3/asset_id").asString(), mesh, automatic);
        house.plugs().start("worker-2");
    }

    private void itsLineageLeadsBackToTheWords(String level, Jobs.Posted mesh, Jobs.Posted automatic) {
        JsonNode lineage = conversions.lineage(level);
        assertThat(lineage.path("job_id").asString()).isEqualTo(automatic.id());
        assertThat(lineage.path("prompt").asString()).isEqualTo("A lantern");
        JsonNode chain = lineage.path("chain");
        assertThat(chain).extracting(step -> step.path("made_by").asString()).containsExactly("conversion",
                "conversion", "conversion", "generation", "generation");
        assertThat(chain.path(0).path("automatic_of_job_id").asString()).isEqualTo(mesh.id());
        JsonNode generation = chain.path(3);
        assertThat(generation.path("job_id").asString()).isEqualTo(mesh.id());
        assertThat(generation.at("/submission/account_fingerprint").asString()).hasSize(16);
        assertThat(generation.at("/submission/remote_task_id").asString()).isNotBlank();
        assertThat(generation.at("/submission/exchange_id").asString()).isNotBlank();
    }

    private long faces(JsonNode made, int output) {
        return faces(made.at("/output/" + output + "/asset_id").asString());
    }

    private long faces(String asset) {
        return conversions.asset(asset).at("/mesh/face_count").asLong();
    }
}
