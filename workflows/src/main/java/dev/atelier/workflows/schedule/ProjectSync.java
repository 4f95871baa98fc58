package dev.atelier.workflows.schedule;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

@WorkflowInterface
public interface ProjectSync {

    /** The result is the number of shots whose records took over what the studio's table says. */
    @WorkflowMethod(name = "ProjectSync")
    int sync();
}
