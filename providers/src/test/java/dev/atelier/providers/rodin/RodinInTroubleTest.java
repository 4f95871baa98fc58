package dev.atelier.providers.rodin;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;

import dev.atelier.domain.job.Kind;
import dev.atelier.domain.provider.Order;
import dev.atelier.providers.Provider;
import dev.atelier.providers.http.Wire;
import dev.atelier.providers.testing.ToldServer;
import dev.atelier.providers.testing.TroubleContract;

class RodinInTroubleTest extends TroubleContract {

    @Override
    protected Provider provider(Wire wire, Clock clock) {
        return new Rodin(wire, clock);
    }

    @Override
    protected Order order(Instant sendBefore) {
        Order good = ToldServer.order(Kind.MESH, "Gen-2", Map.of());
        return new Order(good.marker(), good.kind(), good.model(), good.input(), good.images(), sendBefore,
                good.settings());
    }
}
