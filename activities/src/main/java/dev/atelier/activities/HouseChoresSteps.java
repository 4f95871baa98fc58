package dev.atelier.activities;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import dev.atelier.db.account.ResettingQuotas;
import dev.atelier.db.asset.SweepingStorage;
import dev.atelier.db.job.RestartingJobs;
import dev.atelier.db.retention.MonthlyLogs;
import dev.atelier.db.retention.Retaining;
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
    /** Younger files may still be on their way. */
    private static final Duration LONGEST_TRANSFER = Duration.ofHours(2);

    /** What is left waits a minute. */
    private static final Duration A_ROUND_OF_RETENTION = Duration.ofSeconds(20);

    private final ResettingQuotas quotas;
    private final RestartingJobs restarting;
    private final Doorbell doorbell;
    private final SweepingStorage sweeping;
    private final Retaining retaining;
    private final MonthlyLogs logs;
    private final Clock clock;

    public HouseChoresSteps(ResettingQuotas quotas, RestartingJobs restarting, Doorbell doorbell,
            SweepingStorage sweeping, Retaining retaining, MonthlyLogs logs, Clock clock) {
        this.quotas = quotas;
        this.restarting = restarting;
        this.doorbell = doorbell;
        this.sweeping = sweeping;
        this.retaining = retaining;
        this.logs = logs;
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
        restarting.overdueConversions(AllOrganisations.forLoopsSchedulesAndAdmin(), MOST_A_ROUND)
                .forEach(job -> doorbell.wake(job, "its deadline has passed"));
        sweep();
        retain();
        if (logs.ahead(AllOrganisations.forLoopsSchedulesAndAdmin()) > 0) {
            log.info("logs have parts for the coming months");
        }
        return restarted;
    }

    private void retain() {
        Retaining.Done done = retaining.round(AllOrganisations.forLoopsSchedulesAndAdmin(), A_ROUND_OF_RETENTION,
                () -> Activity.getExecutionContext().heartbeat("retention"));
        if (!done.nothing()) {
            log.info("kept long enough: {} failed job(s) and {} request(s) deleted, {} asset(s) archived, {} purged",
                    done.jobs(), done.requests(), done.archived(), done.purged());
        }
    }

    private void sweep() {
        try {
            int swept = sweeping.sweep(Instant.now(clock), LONGEST_TRANSFER);
            if (swept > 0) {
                log.info("swept {} file(s) that belonged to nothing", swept);
            }
        } catch (IOException disk) {
            log.warn("the storage cannot be swept now: {}", disk.toString());
        }
    }
}
