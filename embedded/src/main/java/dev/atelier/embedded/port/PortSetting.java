package dev.atelier.embedded.port;

import dev.atelier.embedded.CannotStart;
import java.util.Map;

/** {@code ATELIER_PORT}: the one port of the demo that a person chooses. */
public final class PortSetting {
    public static final String NAME = "ATELIER_PORT";

    private PortSetting() {
    }

    public static int in(Map<String, String> environment) {
        String value = environment.getOrDefault(NAME, "").isBlank() ? "8080" : environment.get(NAME).strip();
        if (!value.matches("\\d{1,5}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > 65535)
            throw new CannotStart(NAME + "=" + value + " is not a port; give a number from 1 to 65535");
        return Integer.parseInt(value);
    }
}
