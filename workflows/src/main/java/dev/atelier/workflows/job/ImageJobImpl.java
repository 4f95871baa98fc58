package dev.atelier.workflows.job;

import dev.atelier.domain.job.JobRef;

import io.temporal.workflow.WorkflowInit;

public final class ImageJobImpl extends Walk implements ImageJob {

    @WorkflowInit
    public ImageJobImpl(JobRef job) {
        super(job);
    }
}
