package dev.atelier.db.job;

import java.time.Instant;

import dev.atelier.domain.job.JobStatus;

/**
 * @param type {@code job.created job.queued job.running job.needs_attention job.resumed job.succeeded job.failed
 *             job.canceled}, and {@code job.attempt}, of which no event is written: one attempt is over, or another began
 * @param from null when the job was created
 */
public record JobChange(String orgId, String jobId, String type, JobStatus from, JobStatus to, Instant at) {
}
