package dev.atelier.embedded.testbed;

import dev.atelier.embedded.Testbed;
import dev.atelier.embedded.part.Wiring;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** What the proofs do with the house: post to it, pull its plugs, and look into its books. */
public final class RealHouse implements AutoCloseable {
    private final Testbed testbed;
    private final Jobs jobs;
    private final SandboxJournal journal;
    private final Rows rows;
    private final Plugs plugs;
    private final TemporalCommand temporal;
    private final OperatorCommand operator;

    public RealHouse(Testbed testbed) {
        this.testbed = testbed;
        Wiring wiring = testbed.wiring();
        this.jobs = new Jobs(wiring.api(), wiring.keys().api());
        this.journal = new SandboxJournal(wiring.sandbox());
        this.rows = new Rows(wiring.database());
        this.plugs = new Plugs(wiring.place());
        this.temporal = new TemporalCommand(wiring);
        this.operator = new OperatorCommand(wiring.place());
    }

    public Jobs jobs() {
        return jobs;
    }

    public SandboxJournal journal() {
        return journal;
    }

    public Rows rows() {
        return rows;
    }

    public Plugs plugs() {
        return plugs;
    }

    public TemporalCommand temporal() {
        return temporal;
    }

    public OperatorCommand operator() {
        return operator;
    }

    public Wiring wiring() {
        return testbed.wiring();
    }

    @Override
    public void close() {
        testbed.close();
    }

    /** @return how long it took */
    public static Duration until(String what, Duration atMost, BooleanSupplier holds) {
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
