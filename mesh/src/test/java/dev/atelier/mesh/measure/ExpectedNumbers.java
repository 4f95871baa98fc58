package dev.atelier.mesh.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import dev.atelier.mesh.Corpus;

/** What was measured beside what other tools found. */
public final class ExpectedNumbers {

    private ExpectedNumbers() {
    }

    public static void compare(Corpus.Model model, Metrics found) {
        JsonNode expected = model.expected();
        assertThat(found.faces()).as("triangles").isEqualTo(expected.path("triangles").asLong());
        assertThat(found.uniqueFaces()).as("unique").isEqualTo(expected.path("triangles_unique").asLong());
        assertThat(found.vertices()).as("vertices").isEqualTo(expected.path("vertices_rendered").asLong());
        assertThat(found.points()).as("points").isEqualTo(expected.path("points").asLong());
        assertThat(found.segments()).as("segments").isEqualTo(expected.path("line_segments").asLong());
        assertThat(found.drawCalls()).as("draw calls").isEqualTo(expected.path("draw_calls").asInt());
        assertThat(found.materials()).as("materials").isEqualTo(expected.path("materials_used").asInt());
        assertThat(found.uvMaps()).as("uv sets").isEqualTo(expected.path("uv_sets").asInt());
        assertThat(found.nodes()).as("nodes").isEqualTo(expected.path("nodes").asInt());
        assertThat(found.skins()).as("skins").isEqualTo(expected.path("skins").asInt());
        assertThat(found.animations()).as("animations").isEqualTo(expected.path("animations").asInt());
        assertThat(found.extensionsRequired()).containsExactlyInAnyOrderElementsOf(
                words(expected.path("extensionsRequired")));
        box(found, expected, model.file().contains("skinned") ? 0.05 : 1e-5);
        if (!model.file().contains("skinned")) {
            surface(found, expected);
        }
        textures(found, expected);
    }

    private static List<String> words(JsonNode list) {
        List<String> words = new ArrayList<>();
        list.forEach(each -> words.add(each.asText()));
        return words;
    }

    private static void box(Metrics found, JsonNode expected, double slack) {
        JsonNode box = expected.path("bbox");
        if (!box.path(0).isArray()) {
            assertThat(found.box()).isNull();
            return;
        }
        for (int axis = 0; axis < 3; axis++) {
            double most = slack * Math.max(1e-6, found.box().diagonal());
            assertThat(found.box().min()[axis]).as("min " + axis).isCloseTo(box.path(0).path(axis).asDouble(),
                    within(most));
            assertThat(found.box().max()[axis]).as("max " + axis).isCloseTo(box.path(1).path(axis).asDouble(),
                    within(most));
        }
    }

    private static void surface(Metrics found, JsonNode expected) {
        if (expected.path("triangles").asLong() == 0) {
            assertThat(found.watertight()).isNull();
            return;
        }
        JsonNode welded = expected.path("topology").path("weld_1e-5");
        double area = expected.path("surface_area").asDouble();
        assertThat(found.area()).as("area").isCloseTo(area, within(1e-4 * area));
        assertThat(found.edges().components()).as("components").isEqualTo(welded.path("components").asInt());
        assertThat(found.edges().degenerateFaces()).as("degenerate").isEqualTo(welded.path("degenerate").asLong());
        // Where a vertex lies on the border of two cells, tools round differently.
        long boundary = welded.path("boundary_edges").asLong();
        assertThat(found.edges().boundary()).as("boundary").isCloseTo(boundary, within(boundary / 1000));
        assertThat(found.edges().nonManifold()).as("non-manifold").isEqualTo(
                welded.path("non_manifold_edges").asLong());
        if (!expected.path("watertight").isNull()) {
            assertThat(found.watertight()).as("watertight").isEqualTo(expected.path("watertight").asBoolean());
        }
        if (found.watertight()) {
            double volume = expected.path("signed_volume").asDouble();
            assertThat(found.volume()).as("volume").isCloseTo(volume, within(1e-4 * Math.abs(volume) + 1e-9));
        }
    }

    private static void textures(Metrics found, JsonNode expected) {
        JsonNode textures = expected.path("textures");
        assertThat(found.textures().stream().map(Metrics.TextureFact::picture).distinct().count())
                .isEqualTo(textures.size());
        for (JsonNode each : textures) {
            assertThat(found.textures()).anySatisfy(fact -> {
                assertThat(fact.bytes()).isEqualTo(each.path("bytes").asLong());
                assertThat(fact.width()).isEqualTo(each.path("size").path(0).asInt());
                assertThat(fact.height()).isEqualTo(each.path("size").path(1).asInt());
            });
        }
    }
}
