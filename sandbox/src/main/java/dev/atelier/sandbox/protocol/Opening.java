package dev.atelier.sandbox.protocol;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/** Opens one provider to practise on. It is found by standing in the provider's package, so no list has to name it. */
public interface Opening {

    Protocol in(Workshop workshop);

    Practice practice();

    /** Every provider there is, by name. */
    static List<Opening> all() {
        return ServiceLoader.load(Opening.class, Opening.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing((Opening each) -> each.practice().provider())).toList();
    }
}
