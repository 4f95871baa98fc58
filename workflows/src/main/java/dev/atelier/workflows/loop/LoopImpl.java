package dev.atelier.workflows.loop;

import java.time.Duration;

import dev.atelier.workflows.TaskQueues;

import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.workflow.ContinueAsNewOptions;
import io.temporal.workflow.Workflow;

/**
 * The loop is one heartbeating activity that returns by itself; then it begins again as a new run. A backoff of 1 keeps
 * the takeover short however often its worker dies.
 */
public final class LoopImpl implements Loop {

    @Override
    public void hold(String name) {
        Workflow.setCurrentDetails("Loop **" + name + "**: its figures are the heartbeat details of its activity.");
        Workflow.newActivityStub(Loops.class,
                ActivityOptions.newBuilder().setTaskQueue(TaskQueues.LOOPS)
                        .setStartToCloseTimeout(Duration.ofMinutes(35)).setHeartbeatTimeout(Duration.ofSeconds(10))
                        .setDisableEagerExecution(true)
                        .setRetryOptions(RetryOptions.newBuilder().setInitialInterval(Duration.ofSeconds(1))
                                .setBackoffCoefficient(1).build())
                        .setSummary(name).build())
                .run(name);
        Workflow.continueAsNew(ContinueAsNewOptions.newBuilder().setTaskQueue(TaskQueues.LOOPS).build(), name);
    }
}
