package dev.atelier.activities.watch;

import java.time.Clock;
import java.util.List;

import org.springframework.stereotype.Component;

import dev.atelier.activities.loop.LoopSource;
import dev.atelier.activities.loop.RunningLoop;
import dev.atelier.activities.provider.ProvidersByName;
import dev.atelier.db.job.WatchingTasks;

/** A watch for each provider this worker has. */
@Component
class WatchLoops implements LoopSource {

    private final ProvidersByName providers;
    private final WatchingTasks watching;
    private final LookingAtAccounts looking;
    private final Clock clock;

    WatchLoops(ProvidersByName providers, WatchingTasks watching, LookingAtAccounts looking, Clock clock) {
        this.providers = providers;
        this.watching = watching;
        this.looking = looking;
        this.clock = clock;
    }

    @Override
    public List<RunningLoop> loops() {
        return providers.names().stream()
                .<RunningLoop>map(provider -> new WatchLoop(provider, watching, looking, clock)).toList();
    }
}
