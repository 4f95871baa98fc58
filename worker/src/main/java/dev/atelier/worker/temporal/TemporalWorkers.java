package dev.atelier.worker.temporal;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

import dev.atelier.activities.drain.Draining;
import dev.atelier.worker.settings.AtelierSettings;
import dev.atelier.worker.settings.OnRole;

import io.temporal.worker.WorkerFactory;

/**
 * Starts this process's workers as soon as Temporal answers, and drains them when it is told to stop: first nothing new
 * is begun, then nothing new is taken, then what was begun is finished.
 */
@Component
@OnRole(AtelierSettings.Role.WORKER)
public class TemporalWorkers implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(TemporalWorkers.class);
    private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(10);
    private static final Duration LOOK_AFTER_HOUSE = Duration.ofSeconds(15);

    private final Crew crew;
    private final House house;
    private final Draining draining;
    private final Duration drain;
    private volatile WorkerFactory factory;
    private volatile boolean working;
    private volatile Thread starter;

    TemporalWorkers(Crew crew, House house, Draining draining, AtelierSettings settings) {
        this.crew = crew;
        this.house = house;
        this.draining = draining;
        this.drain = settings.worker().drain();
    }

    @Override
    public void start() {
        starter = Thread.ofVirtual().name("temporal-start").start(this::startWithPatience);
    }

    private void startWithPatience() {
        boolean ready = insist("Temporal", house::prepare) && insist("the workers' start", this::hire)
                && insist("loops and schedules", house::open);
        if (ready) {
            working = true;
            log.info("workers take tasks");
            keepHouse();
        }
    }

    /** As long as this process serves: what it stands on may lose its memory meanwhile. */
    private void keepHouse() {
        while (!draining.begun() && paused(LOOK_AFTER_HOUSE)) {
            try {
                house.keep();
            } catch (RuntimeException notYet) {
                log.warn("cannot see to loops and schedules: {}",
                        NestedExceptionUtils.getMostSpecificCause(notYet).toString());
            }
        }
    }

    private void hire() {
        WorkerFactory hired = crew.hire();
        try {
            hired.start();
            factory = hired;
        } catch (RuntimeException notYet) {
            hired.shutdownNow();
            throw notYet;
        }
    }

    /** Until it works, or until nobody wants it any more. */
    private boolean insist(String what, Runnable step) {
        Duration backoff = Duration.ofMillis(200);
        while (!draining.begun()) {
            try {
                step.run();
                return true;
            } catch (RuntimeException notYet) {
                log.warn("waiting for {}: {}", what, NestedExceptionUtils.getMostSpecificCause(notYet).toString());
                if (!paused(backoff)) {
                    return false;
                }
                Duration doubled = backoff.multipliedBy(2);
                backoff = doubled.compareTo(LONGEST_BACKOFF) > 0 ? LONGEST_BACKOFF : doubled;
            }
        }
        return false;
    }

    private static boolean paused(Duration wait) {
        try {
            Thread.sleep(wait);
            return true;
        } catch (InterruptedException stop) {
            return false;
        }
    }

    @Override
    public void stop() {
        draining.begin();
        working = false;
        if (starter != null) {
            starter.interrupt();
        }
        WorkerFactory workers = factory;
        if (workers != null) {
            log.info("draining: nothing new is begun, what was begun is finished");
            workers.suspendPolling();
            workers.shutdown();
            workers.awaitTermination(drain.toMillis(), TimeUnit.MILLISECONDS);
            log.info(workers.isTerminated() ? "drained" : "drain time is over; what is left will be looked for");
        }
    }

    /** They take tasks. */
    public boolean working() {
        return working && factory != null && !factory.isShutdown();
    }

    @Override
    public boolean isRunning() {
        return starter != null && !draining.begun();
    }
}
