package dev.atelier.embedded.part;

import dev.atelier.embedded.place.Keys;
import dev.atelier.embedded.place.Place;
import dev.atelier.embedded.process.Launch;
import java.util.HashMap;
import java.util.Map;

/** The production jar, exactly as it is shipped, in one or several roles. */
public final class Application {
    private static final int MEGABYTES = 768;

    private final Wiring wiring;

    public Application(Wiring wiring) {
        this.wiring = wiring;
    }

    /**
     * @param roles as {@code ATELIER_ROLES} takes them
     * @param port  of the API, or of a worker's health page
     */
    public Launch as(String part, String roles, int port) {
        Place place = wiring.place();
        Map<String, String> environment = new HashMap<>(wiring.environment());
        environment.putAll(settings());
        environment.put("ATELIER_ROLES", roles);
        environment.put("SERVER_PORT", Integer.toString(port));
        return new Launch(part, JavaCommand.ofJar(place.applicationJar(), MEGABYTES), Map.copyOf(environment),
                place.root().toString(), place.log(part).toString(),
                "http://127.0.0.1:" + port + "/actuator/health/readiness", "TERM");
    }

    private Map<String, String> settings() {
        Keys keys = wiring.keys();
        return Map.ofEntries(
                Map.entry("SERVER_ADDRESS", "127.0.0.1"),
                Map.entry("SPRING_DATASOURCE_URL", wiring.database().jdbc()),
                Map.entry("SPRING_DATASOURCE_USERNAME", wiring.database().user()),
                Map.entry("SPRING_DATASOURCE_PASSWORD", wiring.database().password()),
                Map.entry("SPRING_TEMPORAL_CONNECTION_TARGET", wiring.temporal()),
                // Ctrl-C ends the whole house within 45 s, so a worker gets less time than on a server.
                Map.entry("ATELIER_WORKER_DRAIN", "15s"),
                Map.entry("SPRING_LIFECYCLE_TIMEOUT_PER_SHUTDOWN_PHASE", "18s"),
                Map.entry("ATELIER_STORAGE_ROOT", wiring.place().assets().toString()),
                Map.entry("ATELIER_SCRATCH", wiring.place().scratch().toString()),
                Map.entry("ATELIER_SECRET_KEY", keys.secret()),
                Map.entry("ATELIER_BOOTSTRAP_ORGANISATION", "demo"),
                Map.entry("ATELIER_BOOTSTRAP_API_KEY", keys.api()),
                Map.entry("ATELIER_BOOTSTRAP_ADMIN_KEY", keys.admin()),
                Map.entry("ATELIER_API_PUBLIC_URL", wiring.api()),
                Map.entry("ATELIER_CALLBACKS_PUBLIC_URL", wiring.api()),
                Map.entry("ATELIER_API_TEMPORAL_UI_URL", wiring.temporalUi()),
                // Here the gateway of jimeng is the sandbox's: nobody's terms are touched.
                Map.entry("ATELIER_PROVIDERS_OFF", "none"),
                Map.entry("ATELIER_FETCH_ALLOW_PRIVATE", "true"),
                Map.entry("ATELIER_API_ALLOW_PRIVATE_URLS", "true"));
    }
}
