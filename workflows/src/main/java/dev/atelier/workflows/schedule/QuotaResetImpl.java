package dev.atelier.workflows.schedule;

import io.temporal.common.VersioningBehavior;
import io.temporal.workflow.WorkflowVersioningBehavior;

public final class QuotaResetImpl implements QuotaReset {

    @WorkflowVersioningBehavior(VersioningBehavior.AUTO_UPGRADE)
    @Override
    public int reset(String zone) {
        return Chores.stub("reset quotas, " + zone).resetQuotas(zone);
    }
}
