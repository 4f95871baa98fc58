package dev.atelier.embedded;

import dev.atelier.embedded.part.Application;
import dev.atelier.embedded.part.Foundations;
import dev.atelier.embedded.part.Wiring;
import dev.atelier.embedded.port.Ports;
import dev.atelier.embedded.process.Launch;
import dev.atelier.embedded.process.Starting;
import dev.atelier.embedded.show.Progress;
import dev.atelier.embedded.temporal.Temporal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Starts the parts in order: what the application stands on side by side, then the application. */
final class Raising {
    private final Wiring wiring;
    private final Ports ports;
    private final Progress progress;
    private final UnaryOperator<Launch> rewired;
    private final Starting starting;

    Raising(Wiring wiring, Ports ports, Progress progress) {
        this(wiring, ports, progress, UnaryOperator.identity());
    }

    Raising(Wiring wiring, Ports ports, Progress progress, UnaryOperator<Launch> rewired) {
        this.rewired = rewired;
        this.wiring = wiring;
        this.ports = ports;
        this.progress = progress;
        this.starting = new Starting(wiring.place().run());
    }

    void raise(boolean split) {
        tellTemporal();
        Foundations foundations = new Foundations(wiring);
        List<Launch> ground = new ArrayList<>();
        foundations.temporal().ifPresent(ground::add);
        ground.add(foundations.sandbox());
        ground.add(foundations.database());
        together(ground);
        wiring.database().createUnlessThere();
        together(split ? apart() : joined());
    }

    private List<Launch> joined() {
        return List.of(new Application(wiring).as("atelier", "api,worker", wiring.apiPort()));
    }

    private List<Launch> apart() {
        Application application = new Application(wiring);
        return List.of(application.as("api", "api", wiring.apiPort()),
                application.as("worker-1", "worker", ports.from(9091)),
                application.as("worker-2", "worker", ports.from(9091)));
    }

    private void together(List<Launch> launches) {
        Map<Launch, ProcessHandle> started = new LinkedHashMap<>();
        launches.stream().map(rewired).forEach(launch -> started.put(launch, starting.start(launch)));
        started.forEach((launch, process) -> {
            starting.awaitReady(launch, process, House.PATIENCE);
            progress.step(launch.part(), "ready, process " + process.pid() + ", " + where(launch));
        });
    }

    private void tellTemporal() {
        switch (wiring.choice()) {
            case Temporal.Given given ->
                progress.step("temporal", "yours at " + given.address() + " (TEMPORAL_ADDRESS)");
            case Temporal.DevServer server -> progress.step("temporal", "dev server of " + server.cli());
            case Temporal.TestServer server -> progress.step("temporal", "no dev server (" + server.because()
                    + "); the SDK's test server runs the jobs: no Web UI, no schedules, nothing kept over a restart");
        }
    }

    private static String where(Launch launch) {
        return launch.ready().replaceFirst("^\\w+(:\\w+)?://([^/]+).*", "$2");
    }
}
