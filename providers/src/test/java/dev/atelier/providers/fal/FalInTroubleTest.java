package dev.atelier.providers.fal;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;

import dev.atelier.domain.job.Kind;
import dev.atelier.domain.provider.Order;
import dev.atelier.providers.Provider;
import dev.atelier.providers.http.Wire;
import dev.atelier.providers.testing.ToldServer;
import dev.atelier.providers.testing.TroubleContract;

class FalInTroubleTest extends TroubleContract {

    @Override
    protected Provider provider(Wire wire, Clock clock) {
        return new Fal(wire, clock);
    }

    @Override
    protected Order order(Instant sendBefore) {
        Order good = ToldServer.order(Kind.IMAGE, "fal-ai/flux/dev", Map.of("fields", Map.of("prompt", "prompt")));
        return new Order(good.marker(), good.kind(), good.model(), good.input(), good.images(), sendBefore,
                good.settings());
    }
}
