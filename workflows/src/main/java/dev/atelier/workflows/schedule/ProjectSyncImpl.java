package dev.atelier.workflows.schedule;

import io.temporal.common.VersioningBehavior;
import io.temporal.workflow.WorkflowVersioningBehavior;

public final class ProjectSyncImpl implements ProjectSync {

    @WorkflowVersioningBehavior(VersioningBehavior.AUTO_UPGRADE)
    @Override
    public int sync() {
        return Chores.stub(ProjectChores.class, "bring the studio's changes to the records").syncProjects();
    }
}
