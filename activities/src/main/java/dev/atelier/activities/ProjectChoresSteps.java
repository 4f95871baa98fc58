package dev.atelier.activities;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import dev.atelier.db.storyboard.SyncingProjects;
import dev.atelier.db.tenant.AllOrganisations;
import dev.atelier.workflows.schedule.ProjectChores;

import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;

/** Brings what another program wrote in the studio's table to the records. */
@Component
public class ProjectChoresSteps implements ProjectChores {

    private static final Logger log = LoggerFactory.getLogger(ProjectChoresSteps.class);

    private final SyncingProjects syncing;

    public ProjectChoresSteps(SyncingProjects syncing) {
        this.syncing = syncing;
    }

    @Override
    public int syncProjects() {
        ActivityExecutionContext activity = Activity.getExecutionContext();
        int brought = syncing.sync(AllOrganisations.forLoopsSchedulesAndAdmin(), () -> activity.heartbeat(null));
        if (brought > 0) {
            log.info("brought {} shot(s) from the studio's table to the records", brought);
        }
        return brought;
    }
}
