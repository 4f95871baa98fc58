package dev.atelier.domain.job;

/** One output of a conversion job: its row's id. */
public record OutputRef(String outputId, String jobId, String orgId, String operation) {
}
