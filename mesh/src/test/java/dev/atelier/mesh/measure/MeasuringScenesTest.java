package dev.atelier.mesh.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.atelier.mesh.Models;
import dev.atelier.mesh.gltf.Decoding;
import dev.atelier.mesh.gltf.Limits;
import dev.atelier.mesh.gltf.ReadingGltf;
import dev.atelier.mesh.scene.Matrix;
import dev.atelier.mesh.scene.Placed;
import dev.atelier.mesh.scene.Scene;
import dev.atelier.mesh.scene.Shape;
import dev.atelier.mesh.write.WritingGlb;

class MeasuringScenesTest {

    private static Metrics measure(Scene scene) {
        return MeasuringScenes.measure(scene);
    }

    private static Shape cubeWithout(int corners) {
        Shape cube = Models.cube();
        return Shape.of("open", cube.positions(), null, List.of(), null,
                Arrays.copyOf(cube.triangles(), cube.triangles().length - corners), -1);
    }

    @Test
    void a_cube_is_tight_and_has_its_volume() {
        Metrics cube = measure(Models.scene(Models.cube()));

        assertThat(cube.watertight()).isTrue();
        assertThat(cube.volume()).isCloseTo(8, within(1e-9));
        assertThat(cube.area()).isCloseTo(24, within(1e-9));
        assertThat(cube.edges()).isEqualTo(new Metrics.Edges(8, 0, 0, 0, 0, 1));
    }

    @Test
    void a_missing_face_leaves_an_edge_of_three() {
        Metrics open = measure(Models.scene(cubeWithout(3)));

        assertThat(open.watertight()).isFalse();
        assertThat(open.volume()).isNull();
        assertThat(open.edges().boundary()).isEqualTo(3);
    }

    @Test
    void a_turned_face_is_seen() {
        Shape cube = Models.cube();
        int[] triangles = cube.triangles().clone();
        int first = triangles[1];
        triangles[1] = triangles[2];
        triangles[2] = first;
        Metrics turned = measure(Models.scene(Shape.of("turned", cube.positions(), null, List.of(), null, triangles,
                -1)));

        assertThat(turned.watertight()).isFalse();
        assertThat(turned.edges().inconsistentWinding()).isEqualTo(3);
    }

    @Test
    void a_face_without_area_is_dropped_and_counted() {
        Shape cube = Models.cube();
        int[] triangles = Arrays.copyOf(cube.triangles(), cube.triangles().length + 3);
        Metrics metrics = measure(Models.scene(Shape.of("flat", cube.positions(), null, List.of(), null, triangles,
                -1)));

        assertThat(metrics.faces()).isEqualTo(13);
        assertThat(metrics.edges().degenerateFaces()).isEqualTo(1);
        assertThat(metrics.watertight()).isTrue();
    }

    @Test
    void a_mirror_keeps_the_volume_positive() {
        Shape cube = Models.cube();
        Matrix mirror = Matrix.of(new double[]{5, 0, 0}, new double[]{0, 0, 0, 1}, new double[]{-1, 2, 1});
        Scene plain = Models.scene(cube);
        Metrics metrics = measure(new Scene(List.of(new Placed(cube, mirror)), plain.materials(), List.of(),
                plain.facts()));

        assertThat(metrics.volume()).isCloseTo(16, within(1e-9));
        assertThat(metrics.mirroredNodes()).isEqualTo(1);
        assertThat(metrics.box().min()).containsExactly(4, -2, -1);
    }

    @Test
    void twice_shown_counts_twice_and_is_stored_once() {
        Shape cube = Models.cube();
        Scene plain = Models.scene(cube);
        Matrix aside = Matrix.of(new double[]{5, 0, 0}, new double[]{0, 0, 0, 1}, new double[]{1, 1, 1});
        Scene twice = new Scene(List.of(new Placed(cube, Matrix.IDENTITY), new Placed(cube, aside)),
                plain.materials(), List.of(), plain.facts());
        Metrics metrics = measure(new ReadingGltf(Limits.ALONE, Decoding.NONE).read(WritingGlb.write(twice)));

        assertThat(metrics.faces()).isEqualTo(24);
        assertThat(metrics.uniqueFaces()).isEqualTo(12);
        assertThat(metrics.edges().components()).isEqualTo(2);
        assertThat(metrics.volume()).isCloseTo(16, within(1e-6));
    }

    @Test
    void what_is_written_is_read_again_the_same() {
        Scene painted = Models.painted(20, 40);
        Metrics before = measure(painted);
        Metrics after = measure(new ReadingGltf(Limits.ALONE, Decoding.NONE).read(WritingGlb.write(painted)));

        assertThat(after.faces()).isEqualTo(before.faces());
        assertThat(after.vertices()).isEqualTo(before.vertices());
        assertThat(after.area()).isEqualTo(before.area());
        assertThat(after.watertight()).isTrue();
        assertThat(after.textures()).singleElement().satisfies(each -> {
            assertThat(each.role()).isEqualTo("base_color");
            assertThat(each.width()).isEqualTo(256);
        });
    }

    @Test
    void nothing_shown_measures_zero() {
        Metrics nothing = measure(Models.scene());

        assertThat(nothing.faces()).isZero();
        assertThat(nothing.box()).isNull();
        assertThat(nothing.watertight()).isNull();
    }

    /** The promise is one second; a busy machine gets three. */
    @Test
    void half_a_million_triangles_are_read_and_measured_quickly() {
        byte[] file = WritingGlb.write(Models.scene(Models.ball(500, 500, 0.1)));
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long begun = System.nanoTime();
            Metrics metrics = measure(new ReadingGltf(Limits.BESIDE_OTHERS, Decoding.NONE).read(file));
            best = Math.min(best, System.nanoTime() - begun);
            assertThat(metrics.faces()).isEqualTo(500_000);
            assertThat(metrics.watertight()).isTrue();
        }
        System.out.printf("500,000 triangles read and measured in %d ms%n", best / 1_000_000);
        assertThat(best).isLessThan(3_000_000_000L);
    }
}
