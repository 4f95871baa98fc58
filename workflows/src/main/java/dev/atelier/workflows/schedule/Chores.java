package dev.atelier.workflows.schedule;

import java.time.Duration;

import dev.atelier.workflows.TaskQueues;

import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.workflow.Workflow;

/** The chores of the schedules: each may be done twice, late, or beside itself. */
final class Chores {

    private Chores() {
    }

    static HouseChores stub(String summary) {
        return stub(HouseChores.class, summary);
    }

    static <T> T stub(Class<T> chores, String summary) {
        return Workflow.newActivityStub(chores,
                ActivityOptions.newBuilder().setTaskQueue(TaskQueues.LOOPS)
                        .setStartToCloseTimeout(Duration.ofMinutes(10)).setHeartbeatTimeout(Duration.ofSeconds(30))
                        .setScheduleToCloseTimeout(Duration.ofHours(1))
                        .setRetryOptions(RetryOptions.newBuilder().setMaximumInterval(Duration.ofSeconds(30)).build())
                        .setSummary(summary).build());
    }
}
