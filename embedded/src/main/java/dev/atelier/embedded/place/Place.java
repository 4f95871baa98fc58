package dev.atelier.embedded.place;

import dev.atelier.embedded.database.Engine;
import java.nio.file.Path;

/**
 * Where the demo keeps things, all under {@code var/} of the checkout. What belongs to the rows of one database, files
 * and workflows, never meets the rows of the other.
 */
public record Place(Path root, Engine engine) {
    public Place(Path root) {
        this(root, Engine.POSTGRES);
    }

    public Place on(Engine other) {
        return new Place(root, other);
    }

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

    public Path mysql() {
        return var().resolve("mysql");
    }

    public Path temporal() {
        return var().resolve("temporal").resolve(engine == Engine.MYSQL ? "temporal-mysql.db" : "temporal.db");
    }

    public Path sandbox() {
        return var().resolve("sandbox");
    }

    public Path assets() {
        return var().resolve(engine == Engine.MYSQL ? "assets-mysql" : "assets");
    }

    /** Where models are being converted; empty at rest. */
    public Path scratch() {
        return var().resolve("scratch");
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
