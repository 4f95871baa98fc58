package dev.atelier.embedded;

import dev.atelier.embedded.place.Place;
import dev.atelier.embedded.process.Gate;
import dev.atelier.embedded.process.Launch;
import dev.atelier.embedded.process.PidFiles;
import dev.atelier.embedded.show.Progress;
import java.util.HashMap;
import java.util.Map;

/** Tells when a part goes or comes back while the demo stays up. It puts nothing back itself: that is people's game. */
final class Watching {
    private final Place place;
    private final PidFiles pids;
    private final Gate gate;
    private final Progress progress;
    private final Map<String, Long> seen = new HashMap<>();

    Watching(Place place, Progress progress) {
        this.place = place;
        this.pids = new PidFiles(place.run());
        this.gate = new Gate(place.run());
        this.progress = progress;
        Launch.partsIn(place.run()).forEach(this::look);
    }

    /** Until the house closes. */
    void stay() {
        while (!gate.isClosed()) {
            Launch.partsIn(place.run()).forEach(this::look);
            pause();
        }
    }

    private void look(String part) {
        long now = pids.living(part).map(ProcessHandle::pid).orElse(0L);
        Long before = seen.put(part, now);
        if (before == null || before == now)
            return;
        progress.step(part, now == 0 ? "is gone; put it back: ./demo start " + part : "is back (process " + now + ")");
    }

    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
