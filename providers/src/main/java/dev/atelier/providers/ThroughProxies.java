package dev.atelier.providers;

import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.atelier.domain.account.ProxyAddress;
import dev.atelier.domain.provider.Credential;
import dev.atelier.providers.http.Wire;

/** Speaks for an account by its own way: all it asks of its provider goes through its proxy, where it has one. */
public final class ThroughProxies {

    /** Beyond, the way that was not taken for longest is made again when it is next taken. */
    private static final int MOST = 200;

    private final Wire wire;
    private final Clock clock;
    private final Map<URI, Map<String, Provider>> ways = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<URI, Map<String, Provider>> eldest) {
            return size() > MOST;
        }
    };

    public ThroughProxies(Wire wire, Clock clock) {
        this.wire = wire;
        this.clock = clock;
    }

    /** @param direct the provider without a proxy, which is also the answer for an account that has none */
    public Provider of(Provider direct, Credential as) {
        return as.proxy() == null || direct.takesTheProxyAlong() ? direct : way(as.proxy()).get(direct.name());
    }

    private synchronized Map<String, Provider> way(URI proxy) {
        return ways.computeIfAbsent(proxy, way -> Speaking.all(wire.through(ProxyAddress.of(way)), clock).stream()
                .collect(Collectors.toMap(Provider::name, Function.identity())));
    }
}
