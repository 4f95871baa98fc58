package dev.atelier.embedded.place;

import java.nio.file.Path;

/** Where the demo keeps things, all under {@code var/} of the checkout. */
public record Place(Path root) {
    public static Place ofCheckout() {
        return new Place(Path.of(System.getProperty("atelier.root", "")).toAbsolutePath().normalize());
    }

    public Path var() {
        return root.resolve("var");
    }

    /** The jars in use: a copy, so that a rebuild does not pull them from under running processes. */
    public Path app() {
        return var().resolve("app");
    }

    public Path applicationJar() {
        return app().resolve("atelier.jar");
    }

    public Path run() {
        return var().resolve("run");
    }

    public Path log(String part) {
        return var().resolve("log").resolve(part + ".log");
    }

    public Path postgres() {
        return var().resolve("postgres");
    }

    public Path temporal() {
        return var().resolve("temporal").resolve("temporal.db");
    }

    public Path sandbox() {
        return var().resolve("sandbox");
    }

    public Path assets() {
        return var().resolve("assets");
    }

    public Path keys() {
        return var().resolve("keys.env");
    }

    public Path demoEnv() {
        return var().resolve("demo.env");
    }

    /** What the demo's own jobs made, for looking at. */
    public Path made() {
        return var().resolve("demo");
    }

    /** Programs that outlive {@code --fresh}. */
    public Path tools() {
        return root.resolve(".tools");
    }
}
