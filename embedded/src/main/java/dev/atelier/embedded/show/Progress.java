package dev.atelier.embedded.show;

import java.io.PrintStream;
import java.util.Locale;

/** What the person at the terminal reads: one line a step, with the seconds since the beginning. */
public final class Progress {
    private final PrintStream out;
    private final long began;

    public Progress(PrintStream out) {
        this.out = out;
        this.began = System.nanoTime() - Long.getLong("atelier.elapsed", 0) * 1_000_000_000L;
    }

    public void step(String subject, String what) {
        double seconds = (System.nanoTime() - began) / 1e9;
        out.printf(Locale.ROOT, "%7.1f s  %-10s %s%n", seconds, subject, what);
        out.flush();
    }

    public void say(String text) {
        out.println(text);
        out.flush();
    }
}
