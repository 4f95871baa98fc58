package dev.atelier.activities.pool;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.springframework.stereotype.Component;

import dev.atelier.activities.loop.LoopFigures;
import dev.atelier.activities.loop.RunningLoop;
import dev.atelier.activities.provider.ProvidersByName;
import dev.atelier.db.account.CoolingDown;
import dev.atelier.db.account.StoppingProviders;
import dev.atelier.db.account.WarmingUp;
import dev.atelier.db.attempt.ServingLines;
import dev.atelier.db.tenant.AllOrganisations;

/**
 * Ends cooldowns, warm-ups and stops when their time has come, and shows new credentials to their providers. Now and then it
 * serves every line, should ever a wake-up have been lost.
 */
@Component
class PoolLoop implements RunningLoop {

    private static final Duration SERVE_EVERY = Duration.ofSeconds(15);

    private static final AllOrganisations LEAVE = AllOrganisations.forLoopsSchedulesAndAdmin();

    private final CoolingDown cooling;
    private final WarmingUp warming;
    private final StoppingProviders stopping;
    private final ShowingCredentials showing;
    private final ServingLines serving;
    private final ProvidersByName providers;
    private final Clock clock;
    private volatile Instant servedAt = Instant.EPOCH;

    PoolLoop(CoolingDown cooling, WarmingUp warming, StoppingProviders stopping, ShowingCredentials showing,
            ServingLines serving, ProvidersByName providers, Clock clock) {
        this.cooling = cooling;
        this.warming = warming;
        this.stopping = stopping;
        this.showing = showing;
        this.serving = serving;
        this.providers = providers;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "pool";
    }

    @Override
    public boolean round(LoopFigures figures) {
        Instant now = Instant.now(clock);
        figures.add("cooled_down", cooling.end(now));
        figures.add("warmed_up", warming.end(now));
        figures.add("stops_ended", stopping.end(LEAVE));
        showing.round(figures);
        if (now.isAfter(servedAt.plus(SERVE_EVERY))) {
            providers.names().forEach(serving::serve);
            servedAt = now;
        }
        return false;
    }
}
