package dev.atelier.worker.health;

import java.util.List;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

import dev.atelier.db.retention.MonthlyLogs;
import dev.atelier.db.tenant.AllOrganisations;

/** Tells when the coming month has no part in a log. Nothing is lost then, so readiness does not ask this. */
@Component("logs")
class LogsHealth implements HealthIndicator {

    private static final AllOrganisations LEAVE = AllOrganisations.forLoopsSchedulesAndAdmin();
    private static final Status UNPREPARED = new Status("UNPREPARED", "a log has no part for the coming month");

    private final MonthlyLogs logs;

    LogsHealth(MonthlyLogs logs) {
        this.logs = logs;
    }

    @Override
    public Health health() {
        List<String> unprepared = logs.unprepared(LEAVE);
        return unprepared.isEmpty()
                ? Health.up().build()
                : Health.status(UNPREPARED).withDetail("no part for next month", unprepared).build();
    }
}
