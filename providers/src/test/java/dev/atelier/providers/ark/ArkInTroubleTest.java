package dev.atelier.providers.ark;

import java.time.Clock;
import java.time.Instant;

import dev.atelier.domain.provider.Order;
import dev.atelier.providers.Provider;
import dev.atelier.providers.http.Wire;
import dev.atelier.providers.testing.TroubleContract;

class ArkInTroubleTest extends TroubleContract {

    @Override
    protected Provider provider(Wire wire, Clock clock) {
        return new Ark(wire, clock);
    }

    @Override
    protected Order order(Instant sendBefore) {
        return Orders.toBeSentBefore(Orders.video("a paper boat"), sendBefore);
    }
}
