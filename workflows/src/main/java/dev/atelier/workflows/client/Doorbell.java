package dev.atelier.workflows.client;

import java.util.Optional;

import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.common.SearchAttributes;

import dev.atelier.domain.job.JobRef;
import dev.atelier.workflows.TaskQueues;
import dev.atelier.workflows.job.ConversionJob;
import dev.atelier.workflows.job.ImageJob;
import dev.atelier.workflows.job.MeshJob;
import dev.atelier.workflows.job.VideoJob;

import static dev.atelier.workflows.SearchAttributes.JOB_KIND;
import static dev.atelier.workflows.SearchAttributes.NEEDS_ATTENTION;
import static dev.atelier.workflows.SearchAttributes.ORG_ID;
import static dev.atelier.workflows.SearchAttributes.PROVIDER;

/** Starts and wakes jobs. Both may be done again: one job has one workflow id, and a wake carries no facts. */
public final class Doorbell {

    private final WorkflowClient client;
    private final Optional<String> jobPages;

    /** @param jobPages where a job's page lies, with its id to be appended; empty: no link is shown */
    public Doorbell(WorkflowClient client, Optional<String> jobPages) {
        this.client = client;
        this.jobPages = jobPages;
    }

    /** Starts the job's workflow. One that runs already is woken: it may have opened the job before its last change. */
    public void start(JobRef job, String summary) {
        try {
            stub(job, summary, WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_FAIL).start(job);
        } catch (WorkflowExecutionAlreadyStarted running) {
            wake(job, summary);
        }
    }

    /** Wakes the job's workflow, beginning it anew where it is not running. A signal that returned is durable. */
    public void wake(JobRef job, String summary) {
        stub(job, summary, WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING)
                .signalWithStart("wake", new Object[0], new Object[]{job});
    }

    /** False when the job's workflow is not found or is closed. */
    public boolean isRunning(JobRef job) {
        try {
            return client.newUntypedWorkflowStub(job.workflowId()).describe()
                    .getStatus() == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING;
        } catch (WorkflowNotFoundException lost) {
            return false;
        }
    }

    private WorkflowStub stub(JobRef job, String summary, WorkflowIdConflictPolicy meetsRunning) {
        WorkflowOptions.Builder options = WorkflowOptions.newBuilder().setTaskQueue(TaskQueues.JOBS)
                .setWorkflowId(job.workflowId())
                .setWorkflowIdReusePolicy(WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE)
                .setWorkflowIdConflictPolicy(meetsRunning)
                .setTypedSearchAttributes(SearchAttributes.newBuilder().set(JOB_KIND, job.kind().word())
                        .set(ORG_ID, job.orgId()).set(PROVIDER, job.provider()).set(NEEDS_ATTENTION, false).build())
                .setStaticSummary(summary);
        jobPages.ifPresent(pages -> options.setStaticDetails("[The job](" + pages + job.jobId() + ")"));
        return client.newUntypedWorkflowStub(type(job), options.build());
    }

    private static String type(JobRef job) {
        return switch (job.kind()) {
            case IMAGE -> ImageJob.class.getSimpleName();
            case VIDEO -> VideoJob.class.getSimpleName();
            case MESH -> MeshJob.class.getSimpleName();
            case CONVERSION -> ConversionJob.class.getSimpleName();
        };
    }
}
