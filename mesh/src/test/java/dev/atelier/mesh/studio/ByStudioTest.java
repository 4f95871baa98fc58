package dev.atelier.mesh.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.atelier.mesh.Judge;
import dev.atelier.mesh.Models;
import dev.atelier.mesh.child.ChildLimits;
import dev.atelier.mesh.child.Outcome;
import dev.atelier.mesh.child.RunningChild;
import dev.atelier.mesh.child.Task;
import dev.atelier.mesh.problem.Problem;
import dev.atelier.mesh.write.WritingGlb;

/** Blender where it is (tools/studio fetches it), and in any case one that only pretends. */
class ByStudioTest {

    @TempDir
    private Path folder;
    private Path source;

    @BeforeEach
    void a_model() throws IOException {
        source = Files.write(folder.resolve("source.glb"), WritingGlb.write(Models.painted(20, 40)));
    }

    private static Optional<Studio> here() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path python = at.resolve(".tools/studio/bin/python");
            if (Files.isExecutable(python)) {
                return Studio.of(python);
            }
        }
        return Optional.empty();
    }

    private Outcome run(Path studio, String operation, String parameters, RunningChild.Watcher watcher)
            throws IOException {
        return new RunningChild(ChildLimits.USUAL).run(new Task(operation, parameters, source, null, studio),
                Files.createTempDirectory(folder, "task"), watcher);
    }

    private Path pretending(String script) throws IOException {
        Path python = Files.writeString(folder.resolve("python"), "#!/bin/sh\n" + script + "\n");
        assertThat(python.toFile().setExecutable(true)).isTrue();
        return python;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"convert|{\"format\":\"usdz\"}|usdz",
            "convert|{\"format\":\"fbx\"}|fbx", "convert|{\"format\":\"glb\"}|glb", "convert|{\"format\":\"stl\"}|stl",
            "convert|{\"format\":\"ply\"}|ply", "simplify|{\"ratio\":0.25}|glb",
            "bake_texture|{\"maps\":[\"base_color\",\"normal\"],\"size\":64}|glb", "render_preview|{\"size\":64}|png"})
    void what_it_makes_stands_the_same_check(String operation, String parameters, String format) throws IOException {
        assumeTrue(here().isPresent(), "no Blender here: tools/studio fetches it");
        Outcome outcome = run(here().get().python(), operation, parameters, percent -> {
        });
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Made.class, made -> {
            assertThat(made.format()).isEqualTo(format);
            assertThat(made.report()).contains("\"blender\":\"4.5", "\"faces\":1600");
            assertThat(made.peakBytes()).isGreaterThan(100 << 20);
        });
        Outcome.Made made = (Outcome.Made) outcome;
        if ("usdz".equals(format) && Judge.isHere()) {
            Path named = Files.copy(made.file(), folder.resolve("judged.usdz"));
            JsonNode finding = Judge.judge(List.of(named)).get(0);
            assertThat(finding.path("errors")).as(finding.toString()).isEmpty();
            assertThat(finding.path("triangles").asLong()).isEqualTo(1600);
        }
        if ("simplify".equals(operation)) {
            assertThat(new ObjectMapper().readTree(made.report()).path("faces_achieved").asLong()).isBetween(300L,
                    420L);
        }
    }

    @Test
    void its_refusals_and_crashes_are_told_by_name() throws IOException {
        String[][] ends = {{"echo refused NO_UV unwrap it first", "NO_UV"}, {"kill -SEGV $$", "NATIVE_CRASH"},
                {"exit 9", "TOOL_FAILED"}, {"echo made {}", "OUTPUT_INVALID"}};
        for (String[] each : ends) {
            assertThat(run(pretending(each[0]), "convert", "{\"format\":\"usdz\"}", percent -> {
            })).isInstanceOfSatisfying(Outcome.Failed.class,
                    failed -> assertThat(failed.problem().name()).as(failed.message()).isEqualTo(each[1]));
        }
    }

    @Test
    void what_it_makes_counts_only_when_it_stands_its_check() throws IOException {
        Path blank = pretending("echo nonsense > $6; echo made {}");
        assertThat(run(blank, "render_preview", "{}", percent -> {
        })).isInstanceOfSatisfying(Outcome.Failed.class,
                failed -> assertThat(failed.problem()).isEqualTo(Problem.OUTPUT_INVALID));
    }

    @Test
    void it_ends_with_the_child_that_began_it() throws Exception {
        Path pid = folder.resolve("pid");
        AtomicBoolean stop = new AtomicBoolean();
        Path sleeper = pretending("echo $$ > " + pid + "; echo progress 30; exec sleep 300");
        Outcome outcome = run(sleeper, "render_preview", "{}", new RunningChild.Watcher() {
            @Override
            public void progress(int percent) {
                stop.compareAndSet(false, percent == 30);
            }

            @Override
            public boolean goOn() {
                return !stop.get();
            }
        });
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class,
                failed -> assertThat(failed.problem()).isEqualTo(Problem.CANCELED));
        Optional<ProcessHandle> left = ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()));
        for (int i = 0; i < 50 && left.isPresent() && left.get().isAlive(); i++) {
            Thread.sleep(100);
        }
        assertThat(left.isPresent() && left.get().isAlive()).isFalse();
    }

    @Test
    void a_python_without_the_module_is_no_studio() throws IOException {
        assertThat(Studio.of(pretending("exit 1"))).isEmpty();
        assertThat(Studio.of(Path.of("/nowhere/python"))).isEmpty();
        assertThat(Studio.of(pretending("echo 4.5.15"))).map(Studio::version).contains("4.5.15");
    }
}
