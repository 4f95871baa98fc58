package dev.atelier.activities.loop;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import dev.atelier.activities.drain.Draining;
import dev.atelier.workflows.loop.Loops;

import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.client.ActivityCompletionException;
import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;

/** Runs one loop here, until its half hour is over or this worker goes. */
@Component
public class LoopSteps implements Loops {

    private static final Logger log = LoggerFactory.getLogger(LoopSteps.class);
    private static final Duration STINT = Duration.ofMinutes(30);
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final Duration BEAT = Duration.ofSeconds(3);
    private static final Duration PAUSE_AFTER_TROUBLE = Duration.ofSeconds(2);

    private final Map<String, RunningLoop> loops;
    private final Draining draining;
    private final Clock clock;

    public LoopSteps(List<RunningLoop> loops, List<LoopSource> more, Draining draining, Clock clock) {
        this.loops = Stream.concat(loops.stream(), more.stream().flatMap(each -> each.loops().stream()))
                .collect(Collectors.toMap(RunningLoop::name, Function.identity()));
        this.draining = draining;
        this.clock = clock;
    }

    public Set<String> names() {
        return loops.keySet();
    }

    @Override
    public void run(String name) {
        RunningLoop loop = loops.get(name);
        if (loop == null) {
            throw ApplicationFailure.newFailure("this worker knows no loop '" + name + "', only " + loops.keySet(),
                    "UnknownLoop");
        }
        ActivityExecutionContext context = Activity.getExecutionContext();
        LoopFigures figures = new LoopFigures();
        Instant until = Instant.now(clock).plus(STINT);
        Thread beating = Thread.ofVirtual().name("beat-" + name).start(() -> beat(context, figures));
        try {
            while (Instant.now(clock).isBefore(until)) {
                context.heartbeat(figures.soFar());
                if (draining.begun()) {
                    throw leaving();
                }
                if (!round(loop, figures)) {
                    Thread.sleep(PAUSE);
                }
            }
        } catch (ActivityCompletionException | InterruptedException leaving) {
            log.info("loop {} leaves this worker", name);
            // Said as a failure, it is begun elsewhere within a second; the interrupt must not cut that answer off.
            throw leaving();
        } finally {
            beating.interrupt();
        }
    }

    /** A round may wait long for others. Silence meanwhile would begin the loop once more beside it, at their cost. */
    private static void beat(ActivityExecutionContext context, LoopFigures figures) {
        try {
            while (true) {
                Thread.sleep(BEAT);
                context.heartbeat(figures.soFar());
            }
        } catch (ActivityCompletionException | InterruptedException over) {
            // The loop itself hears of it at its next round.
        }
    }

    private static ApplicationFailure leaving() {
        return ApplicationFailure.newBuilder().setMessage("this worker is being shut down").setType("Leaving")
                .setCategory(ApplicationErrorCategory.BENIGN).build();
    }

    /** A round that fails, because the database is away, is no reason to move the loop. */
    private static boolean round(RunningLoop loop, LoopFigures figures) throws InterruptedException {
        try {
            return loop.round(figures);
        } catch (RuntimeException trouble) {
            log.warn("loop {} has trouble and goes on: {}", loop.name(), trouble.toString());
            figures.count("troubles");
            Thread.sleep(PAUSE_AFTER_TROUBLE);
            return false;
        }
    }
}
