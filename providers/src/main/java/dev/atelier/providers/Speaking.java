package dev.atelier.providers;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

import dev.atelier.providers.http.Wire;

/** Makes one provider's adapter. It is found by standing in the provider's package, so no list has to name it. */
public interface Speaking {

    Provider over(Wire wire, Clock clock);

    /** Every provider there is, by name. */
    static List<Provider> all(Wire wire, Clock clock) {
        return ServiceLoader.load(Speaking.class, Speaking.class.getClassLoader()).stream()
                .map(found -> found.get().over(wire, clock)).sorted(Comparator.comparing(Provider::name)).toList();
    }
}
