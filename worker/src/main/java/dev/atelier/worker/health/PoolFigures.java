package dev.atelier.worker.health;

import org.springframework.stereotype.Component;

import dev.atelier.db.account.StoppingProviders;
import dev.atelier.db.tenant.AllOrganisations;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/** The figure to put an alarm on: more than zero means that somebody should look. */
@Component
class PoolFigures implements MeterBinder {

    private static final AllOrganisations LEAVE = AllOrganisations.forLoopsSchedulesAndAdmin();

    private final StoppingProviders stopping;

    PoolFigures(StoppingProviders stopping) {
        this.stopping = stopping;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("atelier.providers.stopped", stopping, asked -> asked.standing(LEAVE).size())
                .description("Providers that get no submissions now").register(registry);
    }
}
