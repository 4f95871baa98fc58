package dev.atelier.activities.provider;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import dev.atelier.providers.Provider;

@Component
public class ProvidersByName {

    private final Map<String, Provider> providers;

    public ProvidersByName(List<Provider> providers) {
        this.providers = providers.stream().collect(Collectors.toMap(Provider::name, Function.identity()));
    }

    public Set<String> names() {
        return providers.keySet();
    }

    public Provider get(String name) {
        Provider provider = providers.get(name);
        if (provider == null) {
            throw new IllegalStateException("this worker has no provider '" + name + "', only " + providers.keySet());
        }
        return provider;
    }
}
