package dev.atelier.embedded.testbed;

import dev.atelier.embedded.place.Place;
import dev.atelier.embedded.postgres.Cluster;
import dev.atelier.embedded.process.Launch;
import dev.atelier.embedded.process.PidFiles;
import dev.atelier.embedded.process.Starting;
import dev.atelier.embedded.process.Stopping;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Pulls the plugs of the house and puts them back, as {@code ./demo stop} and {@code ./demo start} do. */
public final class Plugs {
    private static final Duration PATIENCE = Duration.ofSeconds(240);

    private final Place place;
    private final PidFiles pids;
    private final Stopping stopping;
    private final Starting starting;

    public Plugs(Place place) {
        this.place = place;
        this.pids = new PidFiles(place.run());
        this.stopping = new Stopping(place.run());
        this.starting = new Starting(place.run());
    }

    /** {@code kill -9}, all at the same moment. */
    public void kill(String... parts) {
        for (String part : parts)
            pids.living(part).ifPresent(ProcessHandle::destroyForcibly);
        for (String part : parts)
            stopping.kill(part);
    }

    /** Child processes of a part, such as a conversion. */
    public List<ProcessHandle> children(String part) {
        return pids.living(part).map(each -> each.children().toList()).orElse(List.of());
    }

    /** SIGTERM, and the patience to see it end by itself. */
    public void end(String... parts) {
        for (String part : parts)
            stopping.ask(part);
        for (String part : parts)
            if (stopping.await(part, Duration.ofSeconds(25)) == Stopping.Outcome.KILLED)
                throw new AssertionError(part + " did not end within 25 s of being asked");
    }

    /** SIGSTOP: it stays there and says nothing any more. */
    public void freeze(String part) {
        stopping.signal(part, "STOP");
    }

    public void thaw(String part) {
        stopping.signal(part, "CONT");
    }

    public void start(String part) {
        Launch launch = Launch.keptIn(place.run(), part).orElseThrow();
        if (part.equals("postgres"))
            Cluster.forgetStaleLock(place.postgres());
        starting.awaitReady(launch, starting.start(launch), PATIENCE);
    }

    /** With these settings until it ends; what is kept for later starts stays as it was. */
    public void start(String part, Map<String, String> settings) {
        Launch kept = Launch.keptIn(place.run(), part).orElseThrow();
        Map<String, String> environment = new HashMap<>(kept.environment());
        environment.putAll(settings);
        starting.awaitReady(kept, starting.start(new Launch(part, kept.command(), environment, kept.directory(),
                kept.log(), kept.ready(), kept.stop())), PATIENCE);
        kept.keepIn(place.run());
    }

    public void startAll() {
        List<String> missing = Launch.partsIn(place.run()).stream().filter(part -> pids.living(part).isEmpty())
                .toList();
        // What others stand on first.
        missing.stream().sorted((a, b) -> Integer.compare(rank(a), rank(b))).forEach(this::start);
    }

    private static int rank(String part) {
        return List.of("postgres", "mysql", "temporal", "sandbox").contains(part) ? 0 : 1;
    }
}
