package dev.atelier.workflows.job;

/**
 * Answer to the query {@code status}.
 *
 * @param doing    submit, wait, persist or ended
 * @param waitsFor line, provider, pause or person; null when it does not wait
 */
public record JobStanding(String jobId, String doing, String waitsFor, String detail) {
}
