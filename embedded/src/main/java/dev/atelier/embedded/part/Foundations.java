package dev.atelier.embedded.part;

import dev.atelier.embedded.database.Database;
import dev.atelier.embedded.place.Folders;
import dev.atelier.embedded.place.Place;
import dev.atelier.embedded.process.Launch;
import dev.atelier.embedded.temporal.SearchAttributes;
import dev.atelier.embedded.temporal.Temporal;
import dev.atelier.embedded.temporal.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the application stands on: database, Temporal, and a provider to practise on. */
public final class Foundations {
    private final Wiring wiring;
    private final Place place;

    public Foundations(Wiring wiring) {
        this.wiring = wiring;
        this.place = wiring.place();
    }

    public Launch database() {
        Database database = wiring.database();
        return launch(database.part(), database.prepared(place), database.serverReady(), database.stop());
    }

    /** Nothing to start where Temporal is given. */
    public Optional<Launch> temporal() {
        return switch (wiring.choice()) {
            case Temporal.Given given -> Optional.empty();
            case Temporal.DevServer server -> Optional.of(launch("temporal", devServer(server),
                    wiring.temporalUi() + "/api/v1/namespaces", "TERM"));
            case Temporal.TestServer server -> Optional.of(launch("temporal",
                    JavaCommand.ofClass(TestServer.class.getName(), 512, Wiring.port(wiring.temporal())),
                    "tcp://" + wiring.temporal(), "TERM"));
        };
    }

    public Launch sandbox() {
        List<String> command = JavaCommand.ofClass("dev.atelier.sandbox.Sandbox", 384, "--port",
                Integer.toString(wiring.sandboxPort()), "--state", Folders.made(place.sandbox()).toString());
        return launch("sandbox", command, wiring.sandbox() + "/_sandbox/health", "TERM");
    }

    private List<String> devServer(Temporal.DevServer server) {
        Folders.made(place.temporal().getParent());
        List<String> words = new ArrayList<>(List.of(server.cli().toString(), "server", "start-dev",
                "--ip", "127.0.0.1", "--port", Wiring.port(wiring.temporal()), "--ui-port",
                Wiring.port(wiring.temporalUi()),
                "--log-level", "warn", "--ui-disable-news-fetch", "--db-filename", place.temporal().toString()));
        SearchAttributes.types().forEach(
                (name, type) -> words.addAll(List.of("--search-attribute", name + "=" + SearchAttributes.word(type))));
        return words;
    }

    private Launch launch(String part, List<String> command, String ready, String stop) {
        return new Launch(part, command, Map.copyOf(wiring.environment()), place.root().toString(),
                place.log(part).toString(), ready, stop);
    }
}
