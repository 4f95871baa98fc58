package dev.atelier.faults.nemesis;

import dev.atelier.embedded.Testbed;
import dev.atelier.embedded.part.Wiring;
import dev.atelier.embedded.process.Launch;
import dev.atelier.faults.road.Proxy;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Leads api and workers to database and Temporal, and accounts to the provider, over roads that can be made bad. */
public final class Roads implements Testbed.Rewiring, AutoCloseable {
    public static final String PROVIDER = "worker-provider";
    public static final List<String> NAMES = List.of("api-database", "api-temporal", "worker-database",
            "worker-temporal", PROVIDER);

    private final Map<String, Proxy> roads = new TreeMap<>();
    private final long seed;

    public Roads(long seed) {
        this.seed = seed;
    }

    @Override
    public synchronized Launch of(Wiring wiring, Launch launch) {
        String kind = launch.part().replaceFirst("-\\d+$", "");
        if (!kind.equals("api") && !kind.equals("worker"))
            return launch;
        Map<String, String> environment = new HashMap<>(launch.environment());
        environment.put("SPRING_DATASOURCE_URL", environment.get("SPRING_DATASOURCE_URL").replace(
                ":" + wiring.database().port() + "/", ":" + road(kind + "-database", wiring.database().port()) + "/"));
        int temporal = Integer.parseInt(wiring.temporal().replaceFirst(".*:", ""));
        environment.put("SPRING_TEMPORAL_CONNECTION_TARGET", "127.0.0.1:" + road(kind + "-temporal", temporal));
        return new Launch(launch.part(), launch.command(), Map.copyOf(environment), launch.directory(), launch.log(),
                launch.ready(), launch.stop());
    }

    /** The address of the provider by the bad road. */
    public String provider(String url) {
        int port = URI.create(url).getPort();
        return url.replace(":" + port, ":" + road(PROVIDER, port));
    }

    public Proxy named(String road) {
        return roads.get(road);
    }

    private synchronized int road(String name, int target) {
        return roads.computeIfAbsent(name, any -> new Proxy(0, target, seed + name.hashCode())).port();
    }

    @Override
    public void close() {
        roads.values().forEach(Proxy::close);
    }
}
