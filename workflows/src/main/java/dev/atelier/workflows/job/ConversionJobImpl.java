package dev.atelier.workflows.job;

import dev.atelier.domain.job.JobRef;

import io.temporal.workflow.WorkflowInit;

public final class ConversionJobImpl extends Walk implements ConversionJob {

    @WorkflowInit
    public ConversionJobImpl(JobRef job) {
        super(job);
    }
}
