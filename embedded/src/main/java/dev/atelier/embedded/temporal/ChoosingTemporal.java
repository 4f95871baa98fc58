package dev.atelier.embedded.temporal;

import dev.atelier.embedded.tool.Tool;
import java.util.Map;

/** The first that is there: the one named by {@code TEMPORAL_ADDRESS}, a dev server, the SDK's test server. */
public final class ChoosingTemporal {
    private final Map<String, String> environment;
    private final Tool cli;

    public ChoosingTemporal(Map<String, String> environment, Tool cli) {
        this.environment = environment;
        this.cli = cli;
    }

    public Temporal choose() {
        String address = environment.getOrDefault("TEMPORAL_ADDRESS", "").strip();
        if (!address.isEmpty())
            return new Temporal.Given(address, environment.getOrDefault("TEMPORAL_UI_URL", "").strip());
        return switch (cli.find()) {
            case Tool.Found found -> new Temporal.DevServer(found.path());
            case Tool.None none -> new Temporal.TestServer(none.because());
        };
    }
}
