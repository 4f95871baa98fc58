package dev.atelier.mesh.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.atelier.mesh.Models;
import dev.atelier.mesh.check.CheckingOutput;
import dev.atelier.mesh.problem.Problem;
import dev.atelier.mesh.write.WritingGlb;

class RunningChildTest {

    @TempDir
    private Path folder;
    private final List<Integer> progress = new ArrayList<>();
    private Path source;

    @BeforeEach
    void a_model() throws IOException {
        source = Files.write(folder.resolve("source"), WritingGlb.write(Models.painted(20, 40)));
    }

    private Outcome run(String operation, String parameters) throws IOException {
        return run(ChildLimits.USUAL, operation, parameters, progress::add);
    }

    private Outcome run(ChildLimits limits, String operation, String parameters, RunningChild.Watcher watcher)
            throws IOException {
        Path own = Files.createTempDirectory(folder, "task");
        return new RunningChild(limits).run(new Task(operation, parameters, source), own, watcher);
    }

    private static void failed(Outcome outcome, Problem problem) {
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class,
                failed -> assertThat(failed.problem()).as(failed.message()).isEqualTo(problem));
    }

    @Test
    void each_operation_leaves_a_file_that_stands_its_check() throws IOException {
        String[][] wanted = {{"convert", "{\"format\":\"usdz\"}", "usdz"}, {"convert", "{\"format\":\"fbx\"}", "fbx"},
                {"simplify", "{\"ratio\":0.5}", "glb"}, {"render_preview", "{\"size\":64}", "png"},
                {"render_turntable", "{\"size\":32,\"frames\":4}", "gif"}, {"optimize", "{}", "glb"}};
        for (String[] each : wanted) {
            Outcome outcome = run(each[0], each[1]);
            assertThat(outcome).isInstanceOfSatisfying(Outcome.Made.class, made -> {
                assertThat(made.format()).isEqualTo(each[2]);
                assertThat(made.peakBytes()).isPositive();
                assertThat(made.report()).contains("\"faces\":1600");
            });
            Outcome.Made made = (Outcome.Made) outcome;
            CheckingOutput.check(made.format(), Files.readAllBytes(made.file()), -1);
        }
        assertThat(progress).contains(20, 90);
    }

    @Test
    void an_analysis_tells_and_leaves_no_file() throws IOException {
        assertThat(run("analyze", "{}")).isInstanceOfSatisfying(Outcome.Made.class, made -> {
            assertThat(made.file()).isNull();
            assertThat(made.report()).contains("\"watertight\":true");
        });
    }

    @Test
    void a_damaged_model_and_a_wrong_request_are_named() throws IOException {
        failed(run("convert", "{\"format\":\"dwg\"}"), Problem.BAD_REQUEST);
        failed(run("convert", "{\"format\":\"usdz\",\"colour\":1}"), Problem.BAD_REQUEST);
        Files.write(source, "no model".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        failed(run("analyze", "{}"), Problem.UNSUPPORTED_FORMAT);
    }

    @Test
    void too_little_memory_ends_the_child_and_not_us() throws IOException {
        Files.write(source, WritingGlb.write(Models.scene(Models.ball(400, 400, 0.1))));
        failed(run(new ChildLimits(24, 8192, 64, Duration.ofMinutes(1)), "analyze", "{}", progress::add),
                Problem.OUT_OF_MEMORY);
    }

    @Test
    void too_long_is_a_timeout() throws IOException {
        failed(run(new ChildLimits(512, 8192, 64, Duration.ofMillis(150)), "analyze", "{}", progress::add),
                Problem.TIMEOUT);
    }

    @Test
    void too_large_an_output_is_cut_off() throws IOException {
        Files.write(source, WritingGlb.write(Models.scene(Models.ball(200, 200, 0.1))));
        Outcome outcome = run(new ChildLimits(512, 8192, 1, Duration.ofMinutes(1)), "convert",
                "{\"format\":\"usdz\"}", progress::add);
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(failed.problem())
                .isIn(Problem.PAYLOAD_TOO_LARGE, Problem.DISK_TROUBLE));
    }

    @Test
    void whoever_says_stop_ends_the_child_at_once() throws IOException {
        AtomicBoolean stop = new AtomicBoolean();
        Outcome outcome = run(ChildLimits.USUAL, "render_turntable", "{\"size\":512,\"frames\":120}",
                new RunningChild.Watcher() {
                    @Override
                    public void progress(int percent) {
                        stop.set(true);
                    }

                    @Override
                    public boolean goOn() {
                        return !stop.get();
                    }
                });
        failed(outcome, Problem.CANCELED);
        assertThat(outcome).extracting("took").asInstanceOf(
                org.assertj.core.api.InstanceOfAssertFactories.DURATION).isLessThan(Duration.ofSeconds(20));
    }
}
