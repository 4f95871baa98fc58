package dev.atelier.api.job;

import java.time.Duration;
import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.atelier.db.job.JobView;
import dev.atelier.db.job.ReadingJobs;

/** {@code Prefer: wait}: looks at the row until the job has ended. Requests run on virtual threads, so sleeping is free. */
@Component
class WaitingForEnds {
    private static final long SHORTEST_PAUSE = 150;
    private static final long LONGEST_PAUSE = 300;
    private final ReadingJobs jobs;
    private final Watchers watchers;

    WaitingForEnds(ReadingJobs jobs, Watchers watchers) {
        this.jobs = jobs;
        this.watchers = watchers;
    }

    /** The job as it stands after the wait; empty when too many wait already. */
    Optional<JobView> of(JobView job, Duration most) {
        return watchers.admit(() -> watch(job, System.nanoTime() + most.toNanos()));
    }

    private JobView watch(JobView first, long end) throws InterruptedException {
        JobView job = first;
        long pause = SHORTEST_PAUSE;
        while (!job.status().terminal() && System.nanoTime() < end && !watchers.stopping()) {
            Thread.sleep(Math.clamp((end - System.nanoTime()) / 1_000_000, 1, pause));
            pause = Math.min(pause + 25, LONGEST_PAUSE);
            job = jobs.find(job.orgId(), job.id()).orElse(job);
        }
        return job;
    }
}
