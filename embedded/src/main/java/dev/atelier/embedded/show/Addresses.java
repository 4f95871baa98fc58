package dev.atelier.embedded.show;

import dev.atelier.embedded.part.Wiring;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where to go now: for people on the terminal, for programs in {@code var/demo.env}. */
public final class Addresses {
    private Addresses() {
    }

    public static Map<String, String> settings(Wiring wiring) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("ATELIER_URL", wiring.api());
        settings.put("ATELIER_API_KEY", wiring.keys().api());
        settings.put("ATELIER_ADMIN_KEY", wiring.keys().admin());
        settings.put("ATELIER_SANDBOX_URL", wiring.sandbox());
        settings.put("TEMPORAL_ADDRESS", wiring.temporal());
        settings.put("TEMPORAL_UI_URL", wiring.temporalUi());
        settings.put("DATABASE_URL", wiring.database().url());
        return settings;
    }

    public static String text(Wiring wiring) {
        return """

                  Atelier           %s
                  Temporal Web UI   %s
                  Sandbox           %s/_sandbox/journal
                """.formatted(wiring.api(),
                wiring.temporalUi().isEmpty() ? "none on this Temporal" : wiring.temporalUi(), wiring.sandbox());
    }
}
