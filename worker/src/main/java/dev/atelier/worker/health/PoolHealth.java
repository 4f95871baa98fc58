package dev.atelier.worker.health;

import java.util.stream.Collectors;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

import dev.atelier.db.account.PoolStop;
import dev.atelier.db.account.StoppingProviders;
import dev.atelier.db.tenant.AllOrganisations;

/** Tells which providers are stopped. The process itself is well, so readiness does not ask this. */
@Component("pool")
class PoolHealth implements HealthIndicator {

    private static final AllOrganisations LEAVE = AllOrganisations.forLoopsSchedulesAndAdmin();
    private static final Status STOPPED = new Status("STOPPED", "a provider gets no submissions");

    private final StoppingProviders stopping;

    PoolHealth(StoppingProviders stopping) {
        this.stopping = stopping;
    }

    @Override
    public Health health() {
        var stops = stopping.standing(LEAVE);
        return stops.isEmpty()
                ? Health.up().build()
                : Health.status(STOPPED).withDetails(
                        stops.stream().collect(Collectors.toMap(PoolStop::provider, stop -> stop.reason() + " until "
                                + stop.until())))
                        .build();
    }
}
