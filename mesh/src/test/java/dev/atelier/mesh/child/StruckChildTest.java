package dev.atelier.mesh.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.atelier.mesh.Models;
import dev.atelier.mesh.operate.Operation;
import dev.atelier.mesh.problem.Problem;
import dev.atelier.mesh.write.WritingGlb;

/** Whatever a child was doing when it was struck, its parent is told how it ended, and that once more may help. */
class StruckChildTest {

    private static final Map<Operation, String> WANTED = Map.of(Operation.CONVERT, "{\"format\":\"usdz\"}",
            Operation.SIMPLIFY, "{\"ratio\":0.1}");

    @TempDir
    private static Path folder;
    private static Path source;

    @BeforeAll
    static void a_model_that_takes_its_time() throws IOException {
        source = Files.write(folder.resolve("source"), WritingGlb.write(Models.painted(400, 400)));
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void a_crash_in_native_code_may_be_tried_again(Operation operation) throws IOException {
        assertThat(struck(operation, "-SEGV").problem()).isEqualTo(Problem.NATIVE_CRASH);
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void a_kill_may_be_tried_again(Operation operation) throws IOException {
        assertThat(struck(operation, "-KILL").problem()).isEqualTo(Problem.TOOL_FAILED);
    }

    private static Outcome.Failed struck(Operation operation, String signal) throws IOException {
        Path own = Files.createTempDirectory(folder, "task");
        Outcome outcome = run(operation, own, percent -> {
            if (percent == 20) {
                ProcessHandle.current().children().forEach(child -> kill(signal, child.pid()));
            }
        });
        assertThat(own.resolve(ChildMain.OUTPUT)).doesNotExist();
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class,
                failed -> assertThat(failed.mayHelp()).as(failed.message()).isTrue());
        return (Outcome.Failed) outcome;
    }

    /** A device that has no room stands where the output goes. */
    @ParameterizedTest
    @EnumSource(value = Operation.class, mode = EnumSource.Mode.EXCLUDE, names = "ANALYZE")
    void a_full_disk_is_told_and_may_be_tried_again(Operation operation) throws IOException {
        Path own = Files.createTempDirectory(folder, "task");
        Path full = Files.createSymbolicLink(own.resolve(ChildMain.OUTPUT), Path.of("/dev/full"));
        assertThat(run(operation, own, percent -> {
        })).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.problem()).as(failed.message()).isEqualTo(Problem.DISK_TROUBLE);
            assertThat(failed.mayHelp()).isTrue();
        });
        Files.delete(full);
    }

    private static Outcome run(Operation operation, Path own, RunningChild.Watcher watcher) throws IOException {
        return new RunningChild(ChildLimits.USUAL).run(
                new Task(operation.word(), WANTED.getOrDefault(operation, "{}"), source), own, watcher);
    }

    private static void kill(String signal, long pid) {
        try {
            new ProcessBuilder("kill", signal, Long.toString(pid)).start().waitFor();
        } catch (IOException | InterruptedException trouble) {
            throw new IllegalStateException(trouble);
        }
    }
}
