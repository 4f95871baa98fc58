package dev.atelier.worker.health;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

import io.temporal.serviceclient.WorkflowServiceStubs;

/** Shown, but not part of readiness: without Temporal the API still takes jobs and reads. */
@Component("temporal")
class TemporalHealth implements HealthIndicator {

    private final WorkflowServiceStubs stubs;

    TemporalHealth(WorkflowServiceStubs stubs) {
        this.stubs = stubs;
    }

    @Override
    public Health health() {
        try {
            stubs.blockingStub().withDeadlineAfter(2, java.util.concurrent.TimeUnit.SECONDS)
                    .getSystemInfo(io.temporal.api.workflowservice.v1.GetSystemInfoRequest.getDefaultInstance());
            return Health.up().build();
        } catch (RuntimeException away) {
            return Health.down().withDetail("reason", away.getMessage()).build();
        }
    }
}
