package dev.atelier.db.asset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

class MeshRubricTest {

    private static final String SOUND = "{\"normals\":true,\"edges\":{\"components\":1}}";

    private static ModelAsset mesh(long faces, int uvs, boolean watertight, String quality, ModelTexture... textures) {
        return new ModelAsset("glb", 3 * faces, faces, 1, uvs, true, watertight, null, "metre", null, quality,
                List.of(textures));
    }

    private static ModelTexture colours() {
        return ModelTexture.within("base_color", 0, 0);
    }

    @Test
    void a_closed_and_textured_model_without_a_flaw_has_all_points() {
        MeshRubric.Judgement judged = MeshRubric.of(mesh(1000, 1, true, SOUND, colours()));
        assertThat(judged.rating()).isEqualByComparingTo("5");
        assertThat(judged.metrics()).isEqualTo("{\"grade\":\"A\",\"lost\":{}}");
    }

    @Test
    void each_flaw_takes_some_and_is_named() {
        MeshRubric.Judgement judged = MeshRubric.of(mesh(1000, 0, false, """
                {"normals":false,"edges":{"nonManifold":10,"inconsistentWinding":500,"degenerateFaces":1,
                 "components":101}}"""));
        assertThat(judged.lost()).containsOnlyKeys("open_surface", "non_manifold_edges", "inconsistent_winding",
                "degenerate_faces", "many_pieces", "no_texture_coordinates", "no_colours", "no_normals");
        assertThat(judged.rating()).isEqualByComparingTo("1.79");
        assertThat(judged.grade()).isEqualTo("D");
    }

    @Test
    void a_model_that_shows_nothing_has_none() {
        assertThat(MeshRubric.of(mesh(0, 1, true, SOUND, colours())).rating()).isEqualByComparingTo("0");
    }

    @Test
    void colours_at_the_vertices_are_colours_too() {
        assertThat(MeshRubric.of(mesh(10, 1, true, "{\"normals\":true,\"vertexColors\":true}")).grade()).isEqualTo("A");
    }
}
