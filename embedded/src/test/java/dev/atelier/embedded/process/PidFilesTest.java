package dev.atelier.embedded.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFilesTest {
    @TempDir
    Path run;
    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void end_what_was_started() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void a_running_process_is_found_by_its_name() throws IOException {
        Process sleep = sleep();
        pids().write("worker-1", sleep.toHandle());
        assertThat(Files.readString(run.resolve("worker-1.pid"))).isEqualTo(sleep.pid() + "\n");
        assertThat(pids().living("worker-1")).contains(sleep.toHandle());
    }

    @Test
    void an_ended_one_is_not() throws IOException, InterruptedException {
        Process sleep = sleep();
        pids().write("worker-1", sleep.toHandle());
        sleep.destroyForcibly().waitFor();
        assertThat(pids().living("worker-1")).isEmpty();
    }

    @Test
    void an_id_that_another_program_got_since_is_never_touched() throws IOException {
        Process stranger = sleep();
        long lastWeek = System.currentTimeMillis() - Duration.ofDays(7).toMillis();
        Files.writeString(run.resolve("worker-1.pid"), stranger.pid() + "\n");
        Files.writeString(run.resolve("worker-1.born"), stranger.pid() + " " + lastWeek + "\n");
        assertThat(pids().living("worker-1")).isEmpty();
        assertThat(new Stopping(run).kill("worker-1")).isEqualTo(Stopping.Outcome.WAS_NOT_RUNNING);
        assertThat(stranger.isAlive()).isTrue();
    }

    @Test
    void an_id_without_a_start_time_is_never_touched() throws IOException {
        Process stranger = sleep();
        Files.writeString(run.resolve("worker-1.pid"), stranger.pid() + "\n");
        assertThat(new Stopping(run).stop("worker-1", Duration.ofSeconds(1)))
                .isEqualTo(Stopping.Outcome.WAS_NOT_RUNNING);
        assertThat(stranger.isAlive()).isTrue();
    }

    private PidFiles pids() {
        return new PidFiles(run);
    }

    private Process sleep() throws IOException {
        Process sleep = new ProcessBuilder("sleep", "60").start();
        started.add(sleep);
        return sleep;
    }
}
