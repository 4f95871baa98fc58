package dev.atelier.workflows.job;

import java.time.Duration;

import io.temporal.activity.ActivityCancellationType;
import io.temporal.activity.ActivityOptions;
import io.temporal.activity.LocalActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.workflow.Workflow;

import dev.atelier.workflows.TaskQueues;

/** How each step is run: where, how long, how often. */
final class Steps {

    /** A call that is itself the job may take hours; a worker that dies meanwhile is noticed by its heartbeats. */
    private static final Duration LONGEST_CALL = Duration.ofHours(6);
    /** The SDK does not repeat a local activity at all that has neither a limit nor a time to be closed in. */
    private static final int FOR_EVER = Integer.MAX_VALUE;

    private Steps() {
    }

    /** In this worker, without a hop; a database that is down is tried for 5 s here, then by the server's timers. */
    static Rows rows() {
        return Workflow.newLocalActivityStub(Rows.class,
                LocalActivityOptions.newBuilder().setStartToCloseTimeout(Duration.ofSeconds(20))
                        .setLocalRetryThreshold(Duration.ofSeconds(5))
                        .setRetryOptions(RetryOptions.newBuilder().setInitialInterval(Duration.ofMillis(200))
                                .setMaximumInterval(Duration.ofSeconds(15)).setMaximumAttempts(FOR_EVER).build())
                        .build());
    }

    /** One attempt: whether it may be sent again is for the rows to decide, never for a retry policy. */
    static Submitting submitting(String queue, String summary) {
        return Workflow.newActivityStub(Submitting.class,
                ActivityOptions.newBuilder().setTaskQueue(queue).setStartToCloseTimeout(LONGEST_CALL)
                        .setHeartbeatTimeout(Duration.ofSeconds(15)).setDisableEagerExecution(true)
                        .setCancellationType(ActivityCancellationType.WAIT_CANCELLATION_COMPLETED)
                        .setRetryOptions(RetryOptions.newBuilder().setMaximumAttempts(1).build()).setSummary(summary)
                        .build());
    }

    /** Canceling it ends the child process; the workflow waits until that is gone. */
    static Converting converting(String summary) {
        return Workflow.newActivityStub(Converting.class,
                ActivityOptions.newBuilder().setTaskQueue(TaskQueues.CONVERT)
                        .setStartToCloseTimeout(Duration.ofMinutes(30)).setHeartbeatTimeout(Duration.ofSeconds(15))
                        .setDisableEagerExecution(true)
                        .setCancellationType(ActivityCancellationType.WAIT_CANCELLATION_COMPLETED)
                        .setRetryOptions(RetryOptions.newBuilder().setInitialInterval(Duration.ofSeconds(1))
                                .setMaximumInterval(Duration.ofMinutes(1)).build())
                        .setSummary(summary).build());
    }

    static Persisting persisting(String summary) {
        return Workflow.newActivityStub(Persisting.class,
                ActivityOptions.newBuilder().setTaskQueue(TaskQueues.MEDIA)
                        .setStartToCloseTimeout(Duration.ofMinutes(30)).setHeartbeatTimeout(Duration.ofSeconds(15))
                        .setDisableEagerExecution(true)
                        .setRetryOptions(RetryOptions.newBuilder().setInitialInterval(Duration.ofSeconds(1))
                                .setMaximumInterval(Duration.ofMinutes(1)).build())
                        .setSummary(summary).build());
    }
}
