package dev.atelier.workflows.schedule;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

@WorkflowInterface
public interface Housekeeping {

    /** The result is the number of jobs whose workflow was begun anew. */
    @WorkflowMethod(name = "Housekeeping")
    int tidy();
}
