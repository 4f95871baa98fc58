package dev.atelier.workflows.schedule;

public final class ProjectSyncImpl implements ProjectSync {

    @Override
    public int sync() {
        return Chores.stub(ProjectChores.class, "bring the studio's changes to the records").syncProjects();
    }
}
