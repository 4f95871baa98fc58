package dev.atelier.activities.loop;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;

import dev.atelier.activities.drain.Draining;
import dev.atelier.workflows.loop.Loops;

import io.temporal.testing.TestActivityEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

class LoopStepsTest {

    @Test
    void a_round_that_takes_long_is_no_silence() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
        InstantSource source = now::get;
        Clock clock = source.withZone(ZoneOffset.UTC);
        AtomicInteger beats = new AtomicInteger();
        AtomicInteger before = new AtomicInteger();
        RunningLoop slow = new RunningLoop() {

            @Override
            public String name() {
                return "slow";
            }

            @Override
            public boolean round(LoopFigures figures) {
                before.set(beats.get());
                for (int waited = 0; waited < 100 && beats.get() == before.get(); waited++) {
                    sleep();
                }
                before.set(beats.get() - before.get());
                now.set(now.get().plus(Duration.ofHours(1)));
                return false;
            }
        };
        TestActivityEnvironment temporal = TestActivityEnvironment.newInstance();
        try {
            temporal.setActivityHeartbeatListener(Object.class, figures -> beats.incrementAndGet());
            temporal.registerActivitiesImplementations(new LoopSteps(List.of(slow), List.of(), new Draining(), clock));
            temporal.newActivityStub(Loops.class).run("slow");
        } finally {
            temporal.close();
        }
        assertThat(before.get()).as("heartbeats within the round").isPositive();
    }

    private static void sleep() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }
}
