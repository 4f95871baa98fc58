package dev.atelier.worker.temporal;

import org.springframework.stereotype.Component;

import dev.atelier.activities.loop.LoopSteps;
import dev.atelier.worker.settings.AtelierSettings;
import dev.atelier.worker.settings.OnRole;
import dev.atelier.workflows.TaskQueues;
import dev.atelier.workflows.loop.Loop;

import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.client.WorkflowOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;

/** What must stand in Temporal before and after the workers start; each part may be there already. */
@Component
@OnRole(AtelierSettings.Role.WORKER)
class House {

    private final WorkflowServiceStubs stubs;
    private final WorkflowClient client;
    private final LoopSteps loops;
    private final Schedules schedules;
    private final RegisteringSearchAttributes attributes;

    House(WorkflowServiceStubs stubs, WorkflowClient client, LoopSteps loops, Schedules schedules,
            RegisteringSearchAttributes attributes) {
        this.stubs = stubs;
        this.client = client;
        this.loops = loops;
        this.schedules = schedules;
        this.attributes = attributes;
    }

    void prepare() {
        stubs.healthCheck();
        attributes.register();
    }

    void open() {
        loops.names().forEach(this::hold);
        schedules.put();
    }

    /** Loops that somebody terminated are held again, and a store that was lost is furnished anew. */
    void keep() {
        loops.names().forEach(this::hold);
        if (!schedules.stand()) {
            attributes.register();
            schedules.put();
        }
    }

    private void hold(String loop) {
        try {
            WorkflowClient.start(client.newWorkflowStub(Loop.class, WorkflowOptions.newBuilder()
                    .setTaskQueue(TaskQueues.LOOPS).setWorkflowId("loop-" + loop)
                    .setWorkflowIdConflictPolicy(WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING)
                    .setStaticSummary("loop " + loop).build())::hold, loop);
        } catch (WorkflowExecutionAlreadyStarted held) {
            // By another worker, or since yesterday.
        }
    }
}
