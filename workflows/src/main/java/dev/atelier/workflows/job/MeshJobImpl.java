package dev.atelier.workflows.job;

import dev.atelier.domain.job.JobRef;

import io.temporal.workflow.WorkflowInit;

public final class MeshJobImpl extends Walk implements MeshJob {

    @WorkflowInit
    public MeshJobImpl(JobRef job) {
        super(job);
    }
}
