package dev.atelier.embedded.process;

import dev.atelier.embedded.CannotStart;
import dev.atelier.embedded.place.Folders;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Starts a part from its kept launch and waits until it is ready. */
public final class Starting {
    private final Path run;
    private final PidFiles pids;
    private final Gate gate;

    public Starting(Path run) {
        this.run = run;
        this.pids = new PidFiles(run);
        this.gate = new Gate(run);
    }

    /** Keeps the launch and starts the part, unless it runs already. */
    public ProcessHandle start(Launch launch) {
        return gate.pass(() -> {
            if (gate.isClosed())
                throw new CannotStart("the demo is ending, nothing is started any more");
            launch.keepIn(run);
            return pids.living(launch.part()).orElseGet(() -> spawn(launch));
        });
    }

    public void awaitReady(Launch launch, ProcessHandle process, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!Readiness.of(launch.ready())) {
            if (!Zombies.runs(process))
                throw new CannotStart(launch.part() + " ended instead of getting ready" + lastWords(launch));
            if (System.nanoTime() > end)
                throw new CannotStart(launch.part() + " is not ready after " + atMost.toSeconds() + " s ("
                        + launch.ready().replaceFirst("\\?.*", "") + ")" + lastWords(launch));
            Signals.pause();
        }
    }

    private ProcessHandle spawn(Launch launch) {
        File log = Path.of(launch.log()).toFile();
        Folders.made(log.toPath().getParent());
        ProcessBuilder builder = new ProcessBuilder(Detached.command(launch.command()))
                .directory(new File(launch.directory()))
                .redirectInput(new File("/dev/null")).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        builder.environment().clear();
        builder.environment().putAll(launch.environment());
        try {
            ProcessHandle process = builder.start().toHandle();
            pids.write(launch.part(), process);
            return process;
        } catch (IOException e) {
            throw new CannotStart(launch.part() + " cannot be started: " + e.getMessage(), e);
        }
    }

    private static String lastWords(Launch launch) {
        try {
            List<String> lines = Files.readAllLines(Path.of(launch.log()), StandardCharsets.ISO_8859_1);
            return "; its log " + launch.log() + " ends with:\n  "
                    + String.join("\n  ", lines.subList(Math.max(0, lines.size() - 12), lines.size()));
        } catch (IOException noLog) {
            return "; it wrote no log";
        }
    }
}
