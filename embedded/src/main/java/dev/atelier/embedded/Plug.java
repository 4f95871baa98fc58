package dev.atelier.embedded;

import dev.atelier.embedded.place.Claim;
import dev.atelier.embedded.place.Place;
import dev.atelier.embedded.postgres.Cluster;
import dev.atelier.embedded.process.Launch;
import dev.atelier.embedded.process.PidFiles;
import dev.atelier.embedded.process.Starting;
import dev.atelier.embedded.process.Stopping;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Pulls one plug of a running demo and puts it back, from any shell. */
final class Plug {
    private final Place place;
    private final Path run;

    Plug(Place place) {
        this.place = place;
        this.run = place.run();
    }

    int start(String part) {
        Launch launch = known(part);
        boolean runs = new PidFiles(run).living(part).isPresent();
        if (part.equals("postgres") && !runs)
            Cluster.forgetStaleLock(place.postgres());
        Starting starting = new Starting(run);
        ProcessHandle process = starting.start(launch);
        starting.awaitReady(launch, process, House.PATIENCE);
        System.out.println(part + (runs ? " runs already" : " is ready") + " (process " + process.pid() + ")");
        return 0;
    }

    int stop(String part, boolean kill) {
        known(part);
        Stopping stopping = new Stopping(run);
        Stopping.Outcome outcome = kill ? stopping.kill(part) : stopping.stop(part, Duration.ofSeconds(30));
        System.out.println(part + switch (outcome) {
            case ENDED -> " ended";
            case KILLED -> " was killed";
            case WAS_NOT_RUNNING -> " was not running";
        } + "; put it back: ./demo start " + part);
        return 0;
    }

    private Launch known(String part) {
        if (!Claim.isHeld(place))
            throw new CannotStart("no demo runs here; start one: ./demo --split");
        List<String> parts = Launch.partsIn(run);
        return Launch.keptIn(run, part).orElseThrow(
                () -> new CannotStart("this demo has no part '" + part + "'; it has " + String.join(", ", parts)));
    }
}
