package dev.atelier.embedded;

import dev.atelier.embedded.command.Command;
import dev.atelier.embedded.command.CommandLine;
import dev.atelier.embedded.place.Place;
import dev.atelier.embedded.port.Ports;
import java.io.UncheckedIOException;

/** {@code ./demo} once everything is built. */
public final class Demo {
    private Demo() {
    }

    public static void main(String... words) {
        System.exit(run(words));
    }

    private static int run(String... words) {
        Place place = Place.ofCheckout();
        try {
            return switch (CommandLine.read(words)) {
                case Command.Run run -> new House(place.on(run.engine()), System.getenv(), new Ports()).open(run);
                case Command.Start start -> new Plug(place).start(start.part());
                case Command.Stop stop -> new Plug(place).stop(stop.part(), stop.kill());
                case Command.Refused refused -> refuse(refused.why(), 2);
            };
        } catch (CannotStart e) {
            return refuse(e.getMessage(), 1);
        } catch (UncheckedIOException e) {
            return refuse(e.getMessage() + "; the logs are in " + place.var().resolve("log"), 1);
        }
    }

    private static int refuse(String why, int status) {
        System.err.println("demo: " + why);
        return status;
    }
}
