package dev.atelier.providers.tencent;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;

import dev.atelier.domain.job.Kind;
import dev.atelier.domain.provider.Order;
import dev.atelier.providers.Provider;
import dev.atelier.providers.http.Wire;
import dev.atelier.providers.testing.ToldServer;
import dev.atelier.providers.testing.TroubleContract;

class TencentInTroubleTest extends TroubleContract {

    @Override
    protected Provider provider(Wire wire, Clock clock) {
        return new Tencent(wire, clock);
    }

    @Override
    protected String secret() {
        return "AKIDEXAMPLE:canary-7f3a5d1c-kept-nowhere";
    }

    @Override
    protected Order order(Instant sendBefore) {
        Order good = ToldServer.order(Kind.MESH, "3.0", Map.of());
        return new Order(good.marker(), good.kind(), good.model(), good.input(), good.images(), sendBefore,
                good.settings());
    }
}
