package dev.atelier.workflows.job;

import dev.atelier.domain.job.JobEnd;
import dev.atelier.domain.job.JobRef;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

@WorkflowInterface
public interface ConversionJob extends JobSignals {

    @WorkflowMethod(name = "ConversionJob")
    JobEnd make(JobRef job);
}
