package dev.atelier.providers.jimeng;

import java.time.Clock;
import java.time.Instant;

import dev.atelier.domain.provider.Order;
import dev.atelier.providers.Provider;
import dev.atelier.providers.http.Wire;
import dev.atelier.providers.testing.TroubleContract;

class JimengInTroubleTest extends TroubleContract {

    @Override
    protected Provider provider(Wire wire, Clock clock) {
        return new Jimeng(wire, clock);
    }

    @Override
    protected Order order(Instant sendBefore) {
        return Orders.before(Orders.image("a paper boat"), sendBefore);
    }
}
