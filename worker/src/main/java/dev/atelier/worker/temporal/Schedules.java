package dev.atelier.worker.temporal;

import java.time.Duration;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import dev.atelier.db.account.AccountZones;
import dev.atelier.domain.account.QuotaDay;
import dev.atelier.workflows.TaskQueues;
import dev.atelier.workflows.schedule.Housekeeping;
import dev.atelier.workflows.schedule.ProjectSync;
import dev.atelier.workflows.schedule.QuotaReset;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.ScheduleOverlapPolicy;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.client.schedules.Schedule;
import io.temporal.client.schedules.ScheduleActionStartWorkflow;
import io.temporal.client.schedules.ScheduleAlreadyRunningException;
import io.temporal.client.schedules.ScheduleClient;
import io.temporal.client.schedules.ScheduleException;
import io.temporal.client.schedules.ScheduleIntervalSpec;
import io.temporal.client.schedules.ScheduleOptions;
import io.temporal.client.schedules.SchedulePolicy;
import io.temporal.client.schedules.ScheduleSpec;
import io.temporal.client.schedules.ScheduleUpdate;

/** What happens by the clock. A server without schedules gets cron workflows that do the same. */
@Component
class Schedules {

    private static final Logger log = LoggerFactory.getLogger(Schedules.class);

    private final ScheduleClient schedules;
    private final WorkflowClient client;
    private final AccountZones zones;

    Schedules(ScheduleClient schedules, WorkflowClient client, AccountZones zones) {
        this.schedules = schedules;
        this.client = client;
        this.zones = zones;
    }

    void put() {
        try {
            zones.all().forEach(this::quotaReset);
            put("housekeeping", Housekeeping.class, List.of(), everyMinute(), Duration.ofMinutes(1));
            put("project-sync", ProjectSync.class, List.of(), everyMinute(), Duration.ofMinutes(1));
        } catch (RuntimeException refused) {
            if (!unimplemented(refused)) {
                throw refused;
            }
            log.info("this Temporal server has no schedules; cron workflows do the same");
            cron("housekeeping", Housekeeping.class, "* * * * *");
            cron("project-sync", ProjectSync.class, "* * * * *");
            // The fallback server reckons in UTC: each half hour finds the zones whose day has turned.
            zones.all().forEach(zone -> cron(resetId(zone), QuotaReset.class, "0,30 * * * *", zone));
        }
    }

    /** Tells of the one that is put last; a server without schedules keeps its cron workflows. */
    boolean stand() {
        try {
            schedules.getHandle("project-sync").describe();
            return true;
        } catch (ScheduleException gone) {
            if (unimplemented(gone)) {
                return true;
            }
            if (status(gone) == Status.Code.NOT_FOUND) {
                return false;
            }
            throw gone;
        }
    }

    private static ScheduleSpec everyMinute() {
        return ScheduleSpec.newBuilder().setIntervals(List.of(new ScheduleIntervalSpec(Duration.ofMinutes(1))))
                .build();
    }

    private void quotaReset(String zone) {
        put(resetId(zone), QuotaReset.class, List.of(zone), ScheduleSpec.newBuilder()
                .setCronExpressions(List.of("30 0 * * *")).setTimeZoneName(zone).build(), Duration.ofHours(12));
    }

    private static String resetId(String zone) {
        return zone.equals(QuotaDay.DEFAULT_ZONE.getId()) ? "quota-reset" : "quota-reset-" + zone.replace('/', '-');
    }

    private void put(String id, Class<?> workflow, List<Object> arguments, ScheduleSpec spec, Duration catchUp) {
        Schedule schedule = Schedule.newBuilder().setSpec(spec)
                .setPolicy(SchedulePolicy.newBuilder().setOverlap(ScheduleOverlapPolicy.SCHEDULE_OVERLAP_POLICY_SKIP)
                        .setCatchupWindow(catchUp).build())
                .setAction(ScheduleActionStartWorkflow.newBuilder().setWorkflowType(workflow.getSimpleName())
                        .setArguments(arguments.toArray())
                        // No static summary: SDK 1.38 cannot describe a schedule that has one without details.
                        .setOptions(WorkflowOptions.newBuilder().setWorkflowId(id).setTaskQueue(TaskQueues.LOOPS)
                                .build())
                        .build())
                .build();
        try {
            schedules.createSchedule(id, schedule, ScheduleOptions.newBuilder().build());
        } catch (ScheduleAlreadyRunningException there) {
            schedules.getHandle(id).update(input -> new ScheduleUpdate(
                    Schedule.newBuilder(schedule).setState(input.getDescription().getSchedule().getState()).build()));
        }
    }

    private void cron(String id, Class<?> workflow, String cron, Object... arguments) {
        WorkflowStub stub = client.newUntypedWorkflowStub(workflow.getSimpleName(), WorkflowOptions.newBuilder()
                .setTaskQueue(TaskQueues.LOOPS).setWorkflowId(id + "-cron").setCronSchedule(cron)
                .setWorkflowIdConflictPolicy(WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING)
                .build());
        try {
            stub.start(arguments);
        } catch (WorkflowExecutionAlreadyStarted running) {
            // As it should.
        }
    }

    private static boolean unimplemented(Throwable refused) {
        return status(refused) == Status.Code.UNIMPLEMENTED;
    }

    /** Of the call that failed; null when it was none. */
    private static Status.Code status(Throwable refused) {
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            if (cause instanceof StatusRuntimeException status) {
                return status.getStatus().getCode();
            }
        }
        return null;
    }
}
