package dev.atelier.db.job;

import java.time.Instant;

import dev.atelier.domain.job.JobStatus;
import dev.atelier.domain.job.Kind;

/** What to list, newest first. Null: not asked for. {@code words}: all must be in the prompt. {@code limit} 1–100. {@code startingAfter}: a job id. */
public record JobFilter(JobStatus status, Kind kind, String model, String projectId, Instant createdAfter,
        Instant createdBefore, String words, int limit, String startingAfter) {
}
