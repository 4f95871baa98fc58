package dev.atelier.workflows.schedule;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

@WorkflowInterface
public interface QuotaReset {

    /** @param zone whose day has turned; the result is the number of accounts reset */
    @WorkflowMethod(name = "QuotaReset")
    int reset(String zone);
}
