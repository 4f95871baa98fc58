package dev.atelier.worker.settings;

/** The application cannot start without this; says what to set, and to what. */
public class MissingSetting extends RuntimeException {

    public MissingSetting(String name, String example) {
        super("Atelier needs " + name + ". Set it, for example: " + example);
    }
}
