package dev.atelier.db.job;

import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.atelier.domain.job.Decision;

/** Cancel, retry and adopt from outside. */
@Component
public class DecidingJobs {

    public sealed interface Answer {

        /** {@code job} is the job itself, or the new one that a retry of a closed job made. */
        record Taken(JobView job) implements Answer {
        }

        /** It does not apply to a job that stands like this. */
        record NotNow(JobView job, String why) implements Answer {
        }
    }

    /** Empty: the organisation has no such job. */
    public Optional<Answer> decide(String orgId, String jobId, Decision decision) {
        throw new IllegalStateException("not yet");
    }
}
