package dev.atelier.workflows.loop;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Holds one loop: Temporal elects where it runs and moves it when its worker dies. */
@WorkflowInterface
public interface Loop {

    /** @param name {@code telling}, {@code deliveries} or {@code watch-<provider>} */
    @WorkflowMethod(name = "Loop")
    void hold(String name);
}
