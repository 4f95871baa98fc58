package dev.atelier.mesh.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import dev.atelier.mesh.Corpus;
import dev.atelier.mesh.Zoo;
import dev.atelier.mesh.check.CheckingOutput;
import dev.atelier.mesh.engine.NativeDecoding;
import dev.atelier.mesh.gltf.Limits;
import dev.atelier.mesh.gltf.ReadingGltf;
import dev.atelier.mesh.problem.RefusedModel;
import dev.atelier.mesh.scene.Placed;
import dev.atelier.mesh.write.WritingGlb;

/** The table: every model, public ones and ours, by every operation, from the file's bytes to a checked output. */
class EveryOperationTest {

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> every_model_by_every_operation() {
        Map<String, byte[]> sound = new LinkedHashMap<>();
        Zoo.all().forEach((name, scene) -> sound.put(name, WritingGlb.write(scene)));
        Corpus.models().stream().filter(each -> !each.refused()).forEach(each -> sound.put(each.file(), each.bytes()));
        return sound.entrySet().stream().flatMap(model -> {
            long faces = faces(model.getValue());
            return Work.all().stream().map(work -> DynamicTest.dynamicTest(model.getKey() + ": " + work, () -> {
                if (work.needsFaces() && faces == 0) {
                    refused(model.getValue(), work, "NOT_A_MESH");
                } else if (work.operation().equals("bake_texture") && !isUnwrapped(model.getValue())) {
                    refused(model.getValue(), work, "NO_UV");
                } else {
                    made(model.getValue(), work);
                }
            }));
        });
    }

    private long faces(byte[] model) {
        return new Work("analyze", "{}").on(model, folder).report().path("source").path("faces").asLong();
    }

    private static boolean isUnwrapped(byte[] model) {
        return new ReadingGltf(Limits.ALONE, new NativeDecoding()).read(model).placed().stream().map(Placed::shape)
                .allMatch(shape -> shape.faceCount() == 0 || shape.hasUv(0));
    }

    private void made(byte[] model, Work work) {
        Output output = work.on(model, folder);
        if (work.operation().equals("analyze")) {
            assertThat(output.file()).isNull();
        } else {
            CheckingOutput.check(output.format(), output.file(), -1);
        }
        long before = output.report().path("source").path("faces").asLong();
        if (work.operation().equals("simplify")) {
            long achieved = output.report().path("faces_achieved").asLong();
            assertThat(achieved).isBetween(1L, before);
            assertThat(new Work("analyze", "{}").on(output.file(), folder).report().path("source").path("faces")
                    .asLong()).isEqualTo(achieved);
        }
    }

    @TestFactory
    Stream<DynamicTest> what_must_be_refused_is_refused_by_every_operation() {
        Map<String, byte[]> odd = new LinkedHashMap<>();
        Map<String, String> codes = new LinkedHashMap<>();
        OddFiles.all().forEach((name, each) -> {
            odd.put(name, each.bytes());
            codes.put(name, each.problem().name());
        });
        Corpus.models().stream().filter(Corpus.Model::refused).forEach(each -> {
            odd.put(each.file(), each.bytes());
            codes.put(each.file(), each.error());
        });
        return odd.entrySet().stream().flatMap(model -> Work.all().stream()
                .map(work -> DynamicTest.dynamicTest(model.getKey() + ": " + work,
                        () -> refused(model.getValue(), work, codes.get(model.getKey())))));
    }

    private void refused(byte[] model, Work work, String code) {
        assertThatThrownBy(() -> work.on(model, folder)).isInstanceOfSatisfying(RefusedModel.class,
                refused -> assertThat(refused.problem().name()).as(refused.getMessage()).isEqualTo(code));
    }
}
