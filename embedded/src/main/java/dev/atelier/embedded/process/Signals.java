package dev.atelier.embedded.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Sending a signal to one process, by its id. Java itself knows only TERM and KILL. */
final class Signals {
    private Signals() {
    }

    static void send(ProcessHandle process, String signal) {
        if (signal.equals("TERM"))
            process.destroy();
        else
            kill("-" + signal, Long.toString(process.pid()));
    }

    /** @return whether it ended within that time */
    static boolean ended(ProcessHandle process, Duration within) {
        long end = System.nanoTime() + within.toNanos();
        while (Zombies.runs(process)) {
            if (System.nanoTime() > end)
                return false;
            pause();
        }
        return true;
    }

    static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void kill(String... words) {
        try {
            Process kill = new ProcessBuilder("kill", words[0], words[1]).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            kill.waitFor(5, TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
