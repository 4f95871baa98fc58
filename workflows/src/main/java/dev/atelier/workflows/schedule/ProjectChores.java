package dev.atelier.workflows.schedule;

import io.temporal.activity.ActivityInterface;

@ActivityInterface
public interface ProjectChores {

    int syncProjects();
}
