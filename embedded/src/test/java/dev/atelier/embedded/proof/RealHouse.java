package dev.atelier.embedded.proof;

import dev.atelier.embedded.Testbed;
import dev.atelier.embedded.part.Wiring;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** What the proofs do with the house: post to it, pull its plugs, and look into its books. */
final class RealHouse implements AutoCloseable {
    private final Testbed testbed;
    private final Jobs jobs;
    private final SandboxJournal journal;
    private final Rows rows;
    private final Plugs plugs;
    private final TemporalCommand temporal;

    RealHouse(Testbed testbed) {
        this.testbed = testbed;
        Wiring wiring = testbed.wiring();
        this.jobs = new Jobs(wiring.api(), wiring.keys().api());
        this.journal = new SandboxJournal(wiring.sandbox());
        this.rows = new Rows(wiring.database());
        this.plugs = new Plugs(wiring.place());
        this.temporal = new TemporalCommand(wiring);
    }

    Jobs jobs() {
        return jobs;
    }

    SandboxJournal journal() {
        return journal;
    }

    Rows rows() {
        return rows;
    }

    Plugs plugs() {
        return plugs;
    }

    TemporalCommand temporal() {
        return temporal;
    }

    Wiring wiring() {
        return testbed.wiring();
    }

    @Override
    public void close() {
        testbed.close();
    }

    /** @return how long it took */
    static Duration until(String what, Duration atMost, BooleanSupplier holds) {
        long began = System.nanoTime();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() - began > atMost.toNanos())
                throw new AssertionError("not within " + atMost.toSeconds() + " s: " + what);
            pause();
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
