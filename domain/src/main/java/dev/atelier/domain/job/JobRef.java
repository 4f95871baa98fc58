package dev.atelier.domain.job;

/** All of a job that ever crosses Temporal: ids and words, never a prompt, a secret or an address. */
public record JobRef(String jobId, String orgId, Kind kind, String provider) {

    /** The workflow's id: one job, one id, for ever. */
    public String workflowId() {
        return kind.word() + "-" + jobId;
    }
}
