package dev.atelier.embedded.process;

import java.nio.file.Path;
import java.time.Duration;

/** Ends one part: asks, waits, and at last insists. */
public final class Stopping {
    private final Path run;
    private final PidFiles pids;

    public Stopping(Path run) {
        this.run = run;
        this.pids = new PidFiles(run);
    }

    /** @return how it ended, or that there was nothing to end */
    public Outcome stop(String part, Duration patience) {
        boolean ran = pids.living(part).isPresent();
        ask(part);
        Outcome outcome = await(part, patience);
        return ran && outcome == Outcome.WAS_NOT_RUNNING ? Outcome.ENDED : outcome;
    }

    /** As {@code kill -9} of that one process. */
    public Outcome kill(String part) {
        return await(part, Duration.ZERO);
    }

    public void ask(String part) {
        String signal = Launch.keptIn(run, part).map(Launch::stop).orElse("TERM");
        pids.living(part).ifPresent(process -> Signals.send(process, signal));
    }

    /** With all its children: STOP to freeze, CONT to thaw. A part that is not running feels nothing. */
    public void signal(String part, String signal) {
        pids.living(part).ifPresent(process -> {
            process.descendants().forEach(child -> Signals.send(child, signal));
            Signals.send(process, signal);
        });
    }

    public Outcome await(String part, Duration patience) {
        Outcome outcome = pids.living(part).map(process -> {
            if (Signals.ended(process, patience))
                return Outcome.ENDED;
            process.destroyForcibly();
            Signals.ended(process, Duration.ofSeconds(3));
            return Outcome.KILLED;
        }).orElse(Outcome.WAS_NOT_RUNNING);
        pids.forget(part);
        return outcome;
    }

    public enum Outcome {
        ENDED, KILLED, WAS_NOT_RUNNING
    }
}
