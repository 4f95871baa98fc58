package dev.atelier.embedded.part;

import dev.atelier.embedded.process.Gate;
import dev.atelier.embedded.process.PidFiles;
import dev.atelier.embedded.process.Stopping;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Ends whatever runs, from the top of the house to the bottom: workers finish their step while all they need still runs.
 * The turns together stay below 45 s.
 */
public final class EndingAll {
    private static final List<Turn> TURNS = List.of(
            new Turn("worker-.*|atelier", 22), new Turn("api", 5), new Turn("sandbox", 3), new Turn("temporal", 4),
            new Turn("postgres|mysql", 5), new Turn(".*", 1));

    private final Gate gate;
    private final PidFiles pids;
    private final Stopping stopping;

    public EndingAll(Path run) {
        this.gate = new Gate(run);
        this.pids = new PidFiles(run);
        this.stopping = new Stopping(run);
    }

    /** @param told hears of each part that had to be killed */
    public void end(Consumer<String> told) {
        gate.close();
        for (Turn turn : TURNS)
            end(pids.names().stream().filter(name -> name.matches(turn.parts())).toList(), turn.seconds(), told);
    }

    private void end(List<String> parts, int seconds, Consumer<String> told) {
        parts.forEach(stopping::ask);
        long until = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        for (String part : parts)
            if (stopping.await(part,
                    Duration.ofNanos(Math.max(0, until - System.nanoTime()))) == Stopping.Outcome.KILLED)
                told.accept(part);
    }

    private record Turn(String parts, int seconds) {
    }
}
