package dev.atelier.domain.job;

/** One go at a provider; its row is a submission. */
public record AttemptRef(String submissionId, String jobId, int attempt) {
}
