package dev.atelier.activities.provider;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import dev.atelier.domain.provider.Credential;
import dev.atelier.providers.Provider;
import dev.atelier.providers.ThroughProxies;

@Component
public class ProvidersByName {

    private final Map<String, Provider> providers;
    private final ThroughProxies ways;

    public ProvidersByName(List<Provider> providers, ThroughProxies ways) {
        this.ways = ways;
        this.providers = providers.stream().collect(Collectors.toMap(Provider::name, Function.identity()));
    }

    public Set<String> names() {
        return providers.keySet();
    }

    /** Speaks for this account, by its own way: whatever is asked for an account is asked of this one. */
    public Provider get(String name, Credential as) {
        return ways.of(get(name), as);
    }

    /** What it can do; to ask it for an account, see above. */
    public Provider get(String name) {
        Provider provider = providers.get(name);
        if (provider == null) {
            throw new IllegalStateException("this worker has no provider '" + name + "', only " + providers.keySet());
        }
        return provider;
    }
}
