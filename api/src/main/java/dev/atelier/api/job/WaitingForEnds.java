package dev.atelier.api.job;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;

import org.springframework.stereotype.Component;

import dev.atelier.api.ApiSettings;
import dev.atelier.db.job.JobView;
import dev.atelier.db.job.ReadingJobs;

/** {@code Prefer: wait}: looks at the row until the job has ended. Requests run on virtual threads, so sleeping is free. */
@Component
class WaitingForEnds {
    private static final long SHORTEST_PAUSE = 150;
    private static final long LONGEST_PAUSE = 300;
    private final ReadingJobs jobs;
    private final Semaphore seats;

    WaitingForEnds(ReadingJobs jobs, ApiSettings settings) {
        this.jobs = jobs;
        seats = new Semaphore(settings.maxWaiters());
    }

    /** The job as it stands after the wait; empty when too many wait already. */
    Optional<JobView> of(JobView job, Duration most) {
        if (!seats.tryAcquire()) {
            return Optional.empty();
        }
        try {
            return Optional.of(watch(job, System.nanoTime() + most.toNanos()));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.of(job);
        } finally {
            seats.release();
        }
    }

    private JobView watch(JobView first, long end) throws InterruptedException {
        JobView job = first;
        long pause = SHORTEST_PAUSE;
        while (!job.status().terminal() && System.nanoTime() < end) {
            Thread.sleep(Math.clamp((end - System.nanoTime()) / 1_000_000, 1, pause));
            pause = Math.min(pause + 25, LONGEST_PAUSE);
            job = jobs.find(job.orgId(), job.id()).orElse(job);
        }
        return job;
    }
}
