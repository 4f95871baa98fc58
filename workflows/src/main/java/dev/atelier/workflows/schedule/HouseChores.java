package dev.atelier.workflows.schedule;

import io.temporal.activity.ActivityInterface;

@ActivityInterface
public interface HouseChores {

    int resetQuotas(String zone);

    int restartOpenJobs();
}
