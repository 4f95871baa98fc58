package dev.atelier.providers.replicate;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;

import dev.atelier.domain.job.Kind;
import dev.atelier.domain.provider.Order;
import dev.atelier.providers.Provider;
import dev.atelier.providers.http.Wire;
import dev.atelier.providers.testing.ToldServer;
import dev.atelier.providers.testing.TroubleContract;

class ReplicateInTroubleTest extends TroubleContract {

    @Override
    protected Provider provider(Wire wire, Clock clock) {
        return new Replicate(wire, clock);
    }

    @Override
    protected Order order(Instant sendBefore) {
        Order good = ToldServer.order(Kind.IMAGE, "black-forest-labs/flux-schnell",
                Map.of("fields", Map.of("prompt", "prompt")));
        return new Order(good.marker(), good.kind(), good.model(), good.input(), good.images(), sendBefore,
                good.settings());
    }
}
