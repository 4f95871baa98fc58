package dev.atelier.mesh.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import dev.atelier.mesh.scene.InWorld;
import dev.atelier.mesh.Judge;
import dev.atelier.mesh.Table;
import dev.atelier.mesh.check.CheckingOutput;
import dev.atelier.mesh.gltf.Decoding;
import dev.atelier.mesh.gltf.Limits;
import dev.atelier.mesh.gltf.ReadingGltf;
import dev.atelier.mesh.measure.MeasuringScenes;
import dev.atelier.mesh.measure.Metrics;
import dev.atelier.mesh.problem.Problem;
import dev.atelier.mesh.problem.RefusedModel;
import dev.atelier.mesh.picture.Png;
import dev.atelier.mesh.render.Rendering;
import dev.atelier.mesh.render.View;
import dev.atelier.mesh.scene.Scene;

/** All models in all formats, each file checked before it counts. */
class EveryFormatTest {

    private static final Map<String, Function<Scene, byte[]>> FORMATS = new LinkedHashMap<>();

    static {
        FORMATS.put("glb", WritingGlb::write);
        FORMATS.put("gltf", WritingGltf::write);
        FORMATS.put("usdz", WritingUsdz::write);
        FORMATS.put("obj", WritingObj::write);
        FORMATS.put("stl", WritingStl::write);
        FORMATS.put("ply", WritingPly::write);
        FORMATS.put("3mf", Writing3mf::write);
        FORMATS.put("png", scene -> Png.of(new Rendering(scene).picture(View.usual(64))));
    }

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> every_model_is_written_in_every_format() {
        return Table.models(Decoding.NONE).entrySet().stream().flatMap(model -> FORMATS.keySet().stream()
                .map(format -> DynamicTest.dynamicTest(model.getKey() + " as " + format,
                        () -> written(model.getValue(), format))));
    }

    private static void written(Scene scene, String format) {
        if (scene.faceCount() == 0 && !format.startsWith("gl")) {
            assertThatThrownBy(() -> FORMATS.get(format).apply(scene)).isInstanceOfSatisfying(RefusedModel.class,
                    refused -> assertThat(refused.problem()).isEqualTo(Problem.NOT_A_MESH));
            return;
        }
        byte[] file = FORMATS.get(format).apply(scene);
        CheckingOutput.check(format, file, "png".equals(format) ? -1 : scene.faceCount());
        if (format.startsWith("gl")) {
            same(MeasuringScenes.measure(scene),
                    MeasuringScenes.measure(new ReadingGltf(Limits.ALONE, Decoding.NONE).read(file)));
        }
    }

    private static void same(Metrics before, Metrics after) {
        assertThat(after.faces()).isEqualTo(before.faces());
        assertThat(after.uvMaps()).isEqualTo(before.uvMaps());
        assertThat(after.watertight()).isEqualTo(before.watertight());
        assertThat(after.edges()).isEqualTo(before.edges());
        if (before.faces() > 0) {
            assertThat(after.materials()).isEqualTo(before.materials());
            assertThat(after.area()).isCloseTo(before.area(), within(1e-6 * before.area()));
        }
    }

    @Test
    void a_damaged_output_does_not_count() {
        byte[] usdz = FORMATS.get("usdz").apply(Table.models(Decoding.NONE).get("painted"));
        usdz[8] = 8;
        assertThatThrownBy(() -> CheckingOutput.check("usdz", usdz, -1)).hasMessageContaining("compressed");
        byte[] stl = FORMATS.get("stl").apply(Table.models(Decoding.NONE).get("cube"));
        assertThatThrownBy(() -> CheckingOutput.check("stl", stl, 13)).hasMessageContaining("12 triangles");
        assertThatThrownBy(() -> CheckingOutput.check("png",
                Png.of(new java.awt.image.BufferedImage(8, 8, java.awt.image.BufferedImage.TYPE_INT_RGB)), -1))
                .hasMessageContaining("one colour");
    }

    /** The independent judge: usd-core's validators, topology, axis, and what is in the package. */
    @Test
    void usd_core_finds_no_error_in_any_usdz() throws IOException {
        assumeTrue(Judge.isHere(), "no Python with usd-core here: the packages are not judged (tools/judge)");
        Map<String, Scene> models = Table.models(Decoding.NONE);
        models.values().removeIf(each -> each.faceCount() == 0);
        List<Path> files = new ArrayList<>();
        for (Map.Entry<String, Scene> each : models.entrySet()) {
            files.add(Files.write(folder.resolve(each.getKey() + ".usdz"), WritingUsdz.write(each.getValue())));
        }
        List<JsonNode> findings = Judge.judge(files);
        assertThat(findings).hasSameSizeAs(files);
        int i = 0;
        for (Scene scene : models.values()) {
            JsonNode finding = findings.get(i++);
            assertThat(finding.path("errors")).as(finding.path("file").asText()).isEmpty();
            assertThat(finding.path("triangles").asLong()).isEqualTo(scene.faceCount());
            boxes(finding, scene);
        }
        System.out.printf("usd-core found no error in %d packages%n", files.size());
    }

    private static void boxes(JsonNode finding, Scene scene) {
        Metrics metrics = MeasuringScenes.measure(new Scene(InWorld.solid(scene), scene.materials(), scene.pictures(),
                scene.facts()));
        for (int axis = 0; axis < 3; axis++) {
            double most = 1e-5 * metrics.box().diagonal();
            assertThat(finding.path("box").path(0).path(axis).asDouble()).isCloseTo(metrics.box().min()[axis],
                    within(most));
            assertThat(finding.path("box").path(1).path(axis).asDouble()).isCloseTo(metrics.box().max()[axis],
                    within(most));
        }
        long materials = metrics.materials()
                + (scene.placed().stream().anyMatch(each -> each.shape().material() < 0) ? 1 : 0);
        assertThat(finding.path("materials").asLong()).isEqualTo(materials);
    }
}
