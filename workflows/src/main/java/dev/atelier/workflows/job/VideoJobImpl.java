package dev.atelier.workflows.job;

import dev.atelier.domain.job.JobRef;

import io.temporal.workflow.WorkflowInit;

public final class VideoJobImpl extends Walk implements VideoJob {

    @WorkflowInit
    public VideoJobImpl(JobRef job) {
        super(job);
    }
}
