package dev.atelier.embedded.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atelier.embedded.CannotStart;
import dev.atelier.embedded.part.EndingAll;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartingTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    @TempDir
    Path run;

    @AfterEach
    void end_what_was_started() {
        new EndingAll(run).end(part -> {
        });
    }

    @Test
    void the_id_on_file_is_that_of_the_program_itself() {
        ProcessHandle process = starting().start(sleeping("worker-1"));
        long end = System.nanoTime() + SOON.toNanos();
        while (!process.info().command().orElse("").endsWith("sleep") && System.nanoTime() < end)
            Signals.pause();
        assertThat(process.info().command()).hasValueSatisfying(program -> assertThat(program).endsWith("sleep"));
    }

    @Test
    void the_launch_is_kept_for_its_owner_only_and_starts_it_again_after_a_kill() throws IOException {
        ProcessHandle first = starting().start(sleeping("worker-1"));
        first.destroyForcibly();
        first.onExit().join();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(run.resolve("worker-1.launch.json"))))
                .isEqualTo("rw-------");
        Launch kept = Launch.keptIn(run, "worker-1").orElseThrow();
        assertThat(kept).isEqualTo(sleeping("worker-1"));
        assertThat(starting().start(kept).pid()).isNotEqualTo(first.pid());
    }

    @Test
    void what_runs_already_is_not_started_twice() {
        assertThat(starting().start(sleeping("worker-1"))).isEqualTo(starting().start(sleeping("worker-1")));
    }

    @Test
    void readiness_is_waited_for() throws IOException {
        try (ServerSocket listening = new ServerSocket(0)) {
            Launch launch = new Launch("sandbox", List.of("sleep", "60"), Map.of("PATH", "/usr/bin:/bin"),
                    run.toString(),
                    run.resolve("sandbox.log").toString(), "tcp://127.0.0.1:" + listening.getLocalPort(), "TERM");
            starting().awaitReady(launch, starting().start(launch), SOON);
        }
    }

    @Test
    void one_that_ends_instead_is_told_with_its_last_words() {
        Launch launch = new Launch("api", List.of("sh", "-c", "echo no database; exit 3"),
                Map.of("PATH", "/usr/bin:/bin"),
                run.toString(), run.resolve("api.log").toString(), "tcp://127.0.0.1:1", "TERM");
        assertThatThrownBy(() -> starting().awaitReady(launch, starting().start(launch), SOON))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("api ended").hasMessageContaining("no database");
    }

    @Test
    void nothing_starts_behind_an_ending_demo() {
        starting().start(sleeping("worker-1"));
        List<String> killed = new ArrayList<>();
        new EndingAll(run).end(killed::add);
        assertThat(new PidFiles(run).names()).isEmpty();
        assertThat(killed).isEmpty();
        assertThatThrownBy(() -> starting().start(sleeping("worker-2"))).hasMessageContaining("ending");
    }

    private Starting starting() {
        return new Starting(run);
    }

    private Launch sleeping(String part) {
        return new Launch(part, List.of("sleep", "60"), Map.of("PATH", "/usr/bin:/bin"), run.toString(),
                run.resolve(part + ".log").toString(), "tcp://127.0.0.1:1", "TERM");
    }
}
