package dev.atelier.embedded.part;

import dev.atelier.embedded.database.Database;
import dev.atelier.embedded.database.Engine;
import dev.atelier.embedded.mysql.MySqlDatabase;
import dev.atelier.embedded.place.Keys;
import dev.atelier.embedded.place.Place;
import dev.atelier.embedded.port.Ports;
import dev.atelier.embedded.postgres.PostgresDatabase;
import dev.atelier.embedded.temporal.Temporal;
import java.util.Map;

/**
 * Who listens where in this run, and the keys between them.
 *
 * @param temporalUi empty without a Web UI
 */
public record Wiring(Place place, Keys keys, Temporal choice, int apiPort, int sandboxPort, Database database,
        String temporal, String temporalUi, Map<String, String> environment) {
    public static Wiring chosen(Place place, Keys keys, Temporal choice, int api, Ports ports,
            Map<String, String> environment) {
        int sandbox = ports.from(8090);
        Database database = place.engine() == Engine.MYSQL
                ? new MySqlDatabase(ports.from(3306), "atelier", "atelier", keys.database(), environment)
                : new PostgresDatabase(ports.from(5432), "atelier", "atelier", keys.database());
        return switch (choice) {
            case Temporal.Given given ->
                new Wiring(place, keys, choice, api, sandbox, database, given.address(), given.ui(), environment);
            case Temporal.DevServer server ->
                new Wiring(place, keys, server, api, sandbox, database, at(ports.from(7233)),
                        "http://" + at(ports.from(8233)), environment);
            case Temporal.TestServer server ->
                new Wiring(place, keys, server, api, sandbox, database, at(ports.from(7233)), "", environment);
        };
    }

    public String api() {
        return "http://" + at(apiPort);
    }

    public String sandbox() {
        return "http://" + at(sandboxPort);
    }

    static String port(String address) {
        return address.substring(address.lastIndexOf(':') + 1);
    }

    private static String at(int port) {
        return "127.0.0.1:" + port;
    }
}
