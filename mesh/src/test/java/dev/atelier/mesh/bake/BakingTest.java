package dev.atelier.mesh.bake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.atelier.mesh.Models;
import dev.atelier.mesh.check.CheckingOutput;
import dev.atelier.mesh.picture.Texels;
import dev.atelier.mesh.problem.Problem;
import dev.atelier.mesh.problem.RefusedModel;
import dev.atelier.mesh.scene.Facts;
import dev.atelier.mesh.scene.Material;
import dev.atelier.mesh.scene.Matrix;
import dev.atelier.mesh.scene.Picture;
import dev.atelier.mesh.scene.Placed;
import dev.atelier.mesh.scene.Scene;
import dev.atelier.mesh.scene.Shape;
import dev.atelier.mesh.scene.TextureUse;
import dev.atelier.mesh.simplify.Simplifying;
import dev.atelier.mesh.write.WritingGlb;

class BakingTest {

    private static final int SIZE = 128;

    private static Baking.Made bake(Scene fine, Scene coarse, MapKind... maps) {
        return Baking.bake(fine, coarse, new Baking.Wanted(EnumSet.copyOf(Set.of(maps)), SIZE, 2, 16), percent -> {
        });
    }

    private static Texels picture(Baking.Made made, String role) {
        Scene scene = made.scene();
        return Texels.of(scene.pictures().get(scene.materialOf(scene.placed().get(0).shape()).textures().get(role)
                .picture()));
    }

    private static int[] rgb(Texels texels, double u, double v) {
        int argb = texels.argb()[(int) (v * texels.height()) * texels.width() + (int) (u * texels.width())];
        return new int[]{argb >> 16 & 255, argb >> 8 & 255, argb & 255};
    }

    /** A square facing +Z, two metres a side, that rises by so much for each metre; its picture lies on it upright. */
    private static Scene square(double risesX, double risesY, boolean mirrored) {
        float[] p = new float[12];
        float[] uv = new float[8];
        for (int i = 0; i < 4; i++) {
            int x = i % 2 * 2 - 1;
            int y = i / 2 * 2 - 1;
            p[i * 3] = x;
            p[i * 3 + 1] = y;
            p[i * 3 + 2] = (float) (x * risesX + y * risesY);
            uv[i * 2] = (mirrored ? 1 - x : 1 + x) / 2f;
            uv[i * 2 + 1] = (1 - y) / 2f;
        }
        return Models.scene(Shape.of("square", p, null, List.of(uv), null, new int[]{0, 1, 3, 0, 3, 2}, 0));
    }

    @Test
    void a_picture_comes_over_to_a_model_of_a_twentieth_of_the_triangles() {
        Scene fine = Models.painted(100, 200);
        Scene coarse = Simplifying.byRatio(fine, 0.05).scene();
        Baking.Made made = bake(fine, coarse, MapKind.BASE_COLOR);
        Texels baked = picture(made, "base_color");
        Texels painted = Texels.of(new Picture("checks", "image/png", Models.checks(SIZE)));
        long off = 0;
        for (int i = 0; i < baked.argb().length; i++) {
            off += Math.abs((baked.argb()[i] >> 8 & 255) - (painted.argb()[i] >> 8 & 255)) > 40 ? 1 : 0;
        }
        assertThat(off / (double) baked.argb().length).isLessThan(0.06);
        assertThat(made.covered()).isGreaterThan(0.9);
        assertThat(made.overlap()).isLessThan(0.01);
        assertThat(made.farthest()).isLessThan(0.03);
        CheckingOutput.check("glb", WritingGlb.write(made.scene()), coarse.faceCount());
    }

    @Test
    void a_normal_map_says_which_way_the_fine_surface_leans() {
        double lean = 0.2 / Math.sqrt(1.04);
        int[][] expected = {{(int) Math.round((-lean + 1) / 2 * 255), 128},
                {128, (int) Math.round((-lean + 1) / 2 * 255)},
                {(int) Math.round((lean + 1) / 2 * 255), 128}};
        Baking.Made[] made = {bake(square(0.2, 0, false), square(0, 0, false), MapKind.NORMAL),
                bake(square(0, 0.2, false), square(0, 0, false), MapKind.NORMAL),
                bake(square(0.2, 0, false), square(0, 0, true), MapKind.NORMAL)};
        for (int i = 0; i < made.length; i++) {
            int[] middle = rgb(picture(made[i], "normal"), 0.5, 0.5);
            assertThat(middle[0]).as("red of " + i).isCloseTo(expected[i][0], within(2));
            assertThat(middle[1]).as("green of " + i).isCloseTo(expected[i][1], within(2));
            assertThat(middle[2]).isGreaterThan(240);
        }
    }

    @Test
    void a_model_leans_nowhere_from_itself() {
        Scene ball = Models.painted(40, 80);
        Texels normals = picture(bake(ball, ball, MapKind.NORMAL), "normal");
        for (double u = 0.05; u < 1; u += 0.1) {
            for (double v = 0.1; v < 0.9; v += 0.1) {
                int[] rgb = rgb(normals, u, v);
                assertThat(rgb[0]).isCloseTo(128, within(3));
                assertThat(rgb[1]).isCloseTo(128, within(3));
            }
        }
    }

    @Test
    void metal_roughness_and_what_shines_come_over_from_numbers_alone() {
        Scene plain = square(0, 0, false);
        Material material = new Material("hot", new float[]{0.2f, 0.4f, 0.8f, 1}, 0.75f, 0.25f,
                new float[]{4, 2, 0}, "OPAQUE", 0.5f, false, false, null, null, null, null, null);
        Scene fine = new Scene(plain.placed(), List.of(material), List.of(), plain.facts());
        Baking.Made made = bake(fine, plain, MapKind.METALLIC_ROUGHNESS, MapKind.EMISSIVE, MapKind.BASE_COLOR);
        int[] metal = rgb(picture(made, "metallic_roughness"), 0.5, 0.5);
        assertThat(metal[1]).isEqualTo(64);
        assertThat(metal[2]).isEqualTo(191);
        assertThat(rgb(picture(made, "emissive"), 0.5, 0.5)).containsExactly(255, 255, 0);
        Material dressed = made.scene().materials().get(0);
        assertThat(dressed.emissive()).containsExactly(4, 2, 0);
        assertThat(dressed.metallic()).isEqualTo(1);
        assertThat(dressed.roughness()).isEqualTo(1);
        assertThat(dressed.baseColor()).containsExactly(1, 1, 1, 1);
        assertThat(rgb(picture(made, "base_color"), 0.5, 0.5)).containsExactly(124, 170, 231);
    }

    @Test
    void what_is_nowhere_on_the_fine_model_is_left_out_and_told() {
        Baking.Made made = bake(square(0, 0, false), square(0, 0, false), MapKind.EMISSIVE, MapKind.NORMAL);
        assertThat(made.leftOut()).containsExactly(MapKind.EMISSIVE);
        assertThat(made.baked()).containsExactly(MapKind.NORMAL);
        assertThat(made.scene().materials().get(0).emissiveTexture()).isNull();
    }

    @Test
    void it_is_darker_under_a_table() {
        Scene floor = square(0, 0, false);
        List<Placed> placed = new ArrayList<>(floor.placed());
        placed.add(new Placed(Models.cube(), Matrix.of(0.3, 0, 0, 0, 0, 0.3, 0, 0, 0, 0, 0.05, 0, 0, 0, 0.15, 1)));
        Texels light = picture(bake(new Scene(placed, floor.materials(), List.of(), Facts.made("glb")), floor,
                MapKind.AO), "occlusion");
        assertThat(rgb(light, 0.5, 0.5)[0]).isLessThan(90);
        assertThat(rgb(light, 0.03, 0.03)[0]).isGreaterThan(215);
        assertThat(rgb(light, 0.3, 0.5)[0]).isBetween(rgb(light, 0.5, 0.5)[0] + 20, rgb(light, 0.03, 0.03)[0] - 5);
    }

    @Test
    void of_a_thin_wall_the_side_that_faces_is_met() {
        Scene front = square(0, 0, false);
        Shape back = front.placed().get(0).shape();
        int[] turned = {0, 3, 1, 0, 2, 3};
        Shape behind = Shape.of("behind", back.positions(), null, back.uvs(), null, turned, 1);
        Scene wall = new Scene(List.of(
                new Placed(behind, Matrix.of(1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0.0001, 1)),
                front.placed().get(0)),
                List.of(Material.plain("red", new float[]{1, 0, 0, 1}, 0, 1),
                        Material.plain("blue", new float[]{0, 0, 1, 1}, 0, 1)),
                List.of(), Facts.made("glb"));
        Scene before = new Scene(
                List.of(new Placed(back, Matrix.of(1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0.0002, 1))),
                front.materials(), List.of(), front.facts());
        assertThat(rgb(picture(bake(wall, before, MapKind.BASE_COLOR), "base_color"), 0.5, 0.5))
                .containsExactly(255, 0, 0);
    }

    @Test
    void each_material_gets_pictures_of_its_own_and_keeps_what_was_not_baked() {
        Scene one = square(0, 0, false);
        Shape shape = one.placed().get(0).shape();
        Shape other = Shape.of("other", shape.positions(), null, shape.uvs(), null, shape.triangles(), 1);
        Material painted = Material.plain("painted", new float[]{1, 1, 1, 1}, 0, 1).withBaseColor(TextureUse.of(0));
        Scene two = new Scene(List.of(new Placed(shape, Matrix.IDENTITY),
                new Placed(other, Matrix.of(1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 3, 0, 0, 1))),
                List.of(one.materials().get(0), painted),
                List.of(new Picture("checks", "image/png", Models.checks(32))), one.facts());
        Baking.Made made = bake(two, two, MapKind.NORMAL);
        Material first = made.scene().materials().get(0);
        Material second = made.scene().materials().get(1);
        assertThat(first.normalTexture().picture()).isNotEqualTo(second.normalTexture().picture());
        assertThat(second.baseColorTexture().picture()).isZero();
    }

    @Test
    void the_rim_of_an_island_is_carried_on_as_far_as_asked_for() {
        Scene plain = square(0, 0, false);
        Shape shape = plain.placed().get(0).shape();
        float[] small = shape.uvs().get(0).clone();
        for (int i = 0; i < small.length; i++) {
            small[i] = 0.25f + small[i] / 2;
        }
        Scene island = Models.scene(Shape.of("island", shape.positions(), null, List.of(small), null,
                shape.triangles(), 0));
        Texels baked = picture(bake(plain, island, MapKind.BASE_COLOR), "base_color");
        int within = rgb(baked, 0.5, 0.5)[0];
        assertThat(rgb(baked, (32 - 1.5) / SIZE, 0.5)[0]).isEqualTo(within);
        assertThat(rgb(baked, (32 - 3.5) / SIZE, 0.5)).containsExactly(0, 0, 0);
    }

    @Test
    void without_coordinates_there_is_nothing_to_bake_to() {
        Scene bare = Models.scene(Models.cube());
        assertThatThrownBy(() -> bake(bare, bare, MapKind.BASE_COLOR)).isInstanceOfSatisfying(RefusedModel.class,
                refused -> assertThat(refused.problem()).isEqualTo(Problem.NO_UV));
        Shape shape = square(0, 0, false).placed().get(0).shape();
        Scene flat = Models.scene(Shape.of("flat", shape.positions(), null, List.of(new float[8]), null,
                shape.triangles(), 0));
        assertThatThrownBy(() -> bake(flat, flat, MapKind.BASE_COLOR)).isInstanceOfSatisfying(RefusedModel.class,
                refused -> assertThat(refused.problem()).isEqualTo(Problem.NO_UV));
    }

    @Test
    void a_blank_bake_of_something_painted_does_not_count() {
        Scene fine = Models.painted(40, 80);
        Layout layout = new Layout(SIZE, List.of(fine.placed().get(0).shape()));
        java.util.Arrays.setAll(layout.met, i -> i + 1);
        Picture blank = new Picture("blank", "image/png",
                dev.atelier.mesh.picture.Png.of(new Texels(SIZE, SIZE, new int[SIZE * SIZE]).image(false)));
        assertThatThrownBy(() -> Variety.check(MapKind.BASE_COLOR, blank, layout, new Detail(fine)))
                .isInstanceOfSatisfying(RefusedModel.class,
                        refused -> assertThat(refused.problem()).isEqualTo(Problem.OUTPUT_INVALID));
        Variety.check(MapKind.METALLIC_ROUGHNESS, blank, layout, new Detail(fine));
    }

    @Test
    void more_texels_than_a_child_can_hold_are_refused_before_they_are_baked() {
        Scene one = Models.painted(4, 8);
        Shape shape = one.placed().get(0).shape();
        List<Placed> placed = new ArrayList<>();
        List<Material> materials = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            placed.add(new Placed(Shape.of("part", shape.positions(), null, shape.uvs(), null, shape.triangles(), i),
                    Matrix.IDENTITY));
            materials.add(Material.DEFAULT);
        }
        Scene many = new Scene(placed, materials, List.of(), one.facts());
        assertThatThrownBy(() -> Baking.bake(many, many,
                new Baking.Wanted(EnumSet.of(MapKind.NORMAL), 4096, 2, 16), percent -> {
                })).isInstanceOfSatisfying(RefusedModel.class,
                        refused -> assertThat(refused.problem()).isEqualTo(Problem.PAYLOAD_TOO_LARGE));
    }
}
