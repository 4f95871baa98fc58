package dev.atelier.worker.settings;

import java.util.List;

/** The application cannot start without these; says what to set, and to what. */
public class MissingSettings extends RuntimeException {

    MissingSettings(List<String> settings) {
        super("Atelier needs these settings:\n  " + String.join("\n  ", settings));
    }
}
