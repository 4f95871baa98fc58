package dev.atelier.workflows.job;

import dev.atelier.domain.job.JobEnd;
import dev.atelier.domain.job.JobRef;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

@WorkflowInterface
public interface ImageJob extends JobSignals {

    @WorkflowMethod(name = "ImageJob")
    JobEnd make(JobRef job);
}
