package dev.atelier.activities;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import dev.atelier.db.account.ResettingQuotas;
import dev.atelier.db.job.RestartingJobs;
import dev.atelier.db.tenant.AllOrganisations;
import dev.atelier.domain.job.JobRef;
import dev.atelier.workflows.client.Doorbell;
import dev.atelier.workflows.schedule.HouseChores;

import io.temporal.activity.Activity;

/** The chores of the schedules. */
@Component
public class HouseChoresSteps implements HouseChores {

    private static final Logger log = LoggerFactory.getLogger(HouseChoresSteps.class);
    private static final int MOST_A_ROUND = 2_000;

    private final ResettingQuotas quotas;
    private final RestartingJobs restarting;
    private final Doorbell doorbell;
    private final Clock clock;

    public HouseChoresSteps(ResettingQuotas quotas, RestartingJobs restarting, Doorbell doorbell, Clock clock) {
        this.quotas = quotas;
        this.restarting = restarting;
        this.doorbell = doorbell;
        this.clock = clock;
    }

    @Override
    public int resetQuotas(String zone) {
        int reset = quotas.reset(ZoneId.of(zone), Instant.now(clock));
        log.info("reset the quotas of {} account(s) of {}", reset, zone);
        return reset;
    }

    @Override
    public int restartOpenJobs() {
        int restarted = 0;
        for (JobRef job : restarting.open(AllOrganisations.forLoopsSchedulesAndAdmin(), MOST_A_ROUND)) {
            Activity.getExecutionContext().heartbeat(restarted);
            if (!doorbell.isRunning(job)) {
                doorbell.start(job, "begun anew");
                log.warn("job {} had no running workflow; begun anew", job.jobId());
                restarted++;
            }
            restarting.checked(job);
        }
        return restarted;
    }
}
