package dev.atelier.mesh.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.atelier.mesh.Corpus;
import dev.atelier.mesh.Models;
import dev.atelier.mesh.Table;
import dev.atelier.mesh.check.CheckingOutput;
import dev.atelier.mesh.gltf.Limits;
import dev.atelier.mesh.gltf.ReadingGltf;
import dev.atelier.mesh.measure.ExpectedNumbers;
import dev.atelier.mesh.measure.MeasuringScenes;
import dev.atelier.mesh.scene.Scene;
import dev.atelier.mesh.simplify.Simplifying;
import dev.atelier.mesh.write.WritingGlb;
import dev.atelier.mesh.write.WritingPly;
import dev.atelier.mesh.write.WritingStl;

class NativeEngineTest {

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> compressed_models_have_the_expected_numbers() {
        return Corpus.models().stream()
                .filter(each -> each.expected().path("extensionsRequired").toString().matches(".*(draco|meshopt).*"))
                .map(each -> DynamicTest.dynamicTest(each.file(), () -> ExpectedNumbers.compare(each,
                        MeasuringScenes.measure(new ReadingGltf(Limits.ALONE, new NativeDecoding())
                                .read(each.bytes())))));
    }

    @TestFactory
    Stream<DynamicTest> every_model_is_made_smaller_and_stays_a_model() {
        return Table.models(new NativeDecoding()).entrySet().stream().filter(each -> each.getValue().faceCount() > 0)
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> smaller(each.getValue())));
    }

    private static void smaller(Scene scene) {
        Simplifying.Simplified made = Simplifying.byRatio(scene, 0.5);
        assertThat(made.achieved()).isBetween(1L, made.before());
        CheckingOutput.check("glb", WritingGlb.write(made.scene()), made.achieved());
        var before = MeasuringScenes.measure(scene).box();
        var after = MeasuringScenes.measure(made.scene()).box();
        assertThat(after.diagonal()).isLessThanOrEqualTo(before.diagonal() * 1.001);
    }

    @Test
    void a_tenth_of_half_a_million_triangles() {
        Scene scene = Models.scene(Models.ball(500, 500, 0.1));
        long begun = System.nanoTime();
        Simplifying.Simplified made = Simplifying.byRatio(scene, 0.1);
        System.out.printf("500,000 triangles simplified to %d in %d ms%n", made.achieved(),
                (System.nanoTime() - begun) / 1_000_000);
        assertThat(made.achieved()).isBetween(1L, 55_000L);
        assertThat(made.way()).isEqualTo("default");
        assertThat(made.error()).isLessThan(0.05);
    }

    @Test
    void foreign_files_come_back_as_scenes() throws IOException {
        Scene cube = Models.scene(Models.cube());
        for (String format : List.of("stl", "ply")) {
            byte[] file = "stl".equals(format) ? WritingStl.write(cube) : WritingPly.write(cube);
            Scene read = ImportingForeign.read(Files.write(folder.resolve("cube." + format), file), format);
            assertThat(read.faceCount()).isEqualTo(12);
            assertThat(MeasuringScenes.measure(read).watertight()).isTrue();
        }
        byte[] fbx = WritingFbx.write(Models.painted(8, 16), folder);
        CheckingOutput.check("fbx", fbx, -1);
        Scene again = ImportingForeign.read(Files.write(folder.resolve("ball.fbx"), fbx), "fbx");
        assertThat(again.faceCount()).isEqualTo(8 * 16 * 2);
    }
}
