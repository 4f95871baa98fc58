package dev.atelier.worker.temporal;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
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
        Duration backoff = Duration.ofMillis(200);
        while (!draining.begun()) {
            try {
                house.prepare();
                factory = crew.hire();
                factory.start();
                house.open();
                working = true;
                log.info("workers take tasks");
                return;
            } catch (RuntimeException notYet) {
                log.warn("waiting for Temporal: {}", notYet.toString());
                dismiss();
                if (!paused(backoff)) {
                    return;
                }
                Duration doubled = backoff.multipliedBy(2);
                backoff = doubled.compareTo(LONGEST_BACKOFF) > 0 ? LONGEST_BACKOFF : doubled;
            }
        }
    }

    private void dismiss() {
        if (factory != null) {
            factory.shutdownNow();
            factory = null;
        }
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
