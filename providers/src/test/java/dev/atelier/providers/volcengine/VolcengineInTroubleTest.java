package dev.atelier.providers.volcengine;

import java.time.Clock;
import java.time.Instant;

import dev.atelier.domain.provider.Order;
import dev.atelier.providers.Provider;
import dev.atelier.providers.http.Wire;
import dev.atelier.providers.testing.TroubleContract;

class VolcengineInTroubleTest extends TroubleContract {

    @Override
    protected Provider provider(Wire wire, Clock clock) {
        return new Volcengine(wire, clock);
    }

    @Override
    protected String secret() {
        return "AKEXAMPLE:canary-7f3a5d1c-kept-nowhere";
    }

    @Override
    protected Order order(Instant sendBefore) {
        return VolcengineOrders.image("a paper boat", sendBefore);
    }
}
