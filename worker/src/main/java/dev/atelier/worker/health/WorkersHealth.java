package dev.atelier.worker.health;

import java.util.Optional;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

import dev.atelier.worker.temporal.TemporalWorkers;

/** Up when this process's workers take tasks, or when it has none. */
@Component("workers")
class WorkersHealth implements HealthIndicator {

    private final Optional<TemporalWorkers> workers;

    WorkersHealth(Optional<TemporalWorkers> workers) {
        this.workers = workers;
    }

    @Override
    public Health health() {
        return workers.map(crew -> crew.working() ? Health.up() : Health.down().withDetail("reason", "no pollers yet"))
                .orElseGet(() -> Health.up().withDetail("role", "none")).build();
    }
}
