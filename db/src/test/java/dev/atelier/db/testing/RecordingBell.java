package dev.atelier.db.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.atelier.db.job.Bell;
import dev.atelier.db.job.Tell;

/** Remembers what was rung. */
public final class RecordingBell implements Bell {

    private final List<Tell> rung = new CopyOnWriteArrayList<>();

    @Override
    public void ring(List<Tell> tells) {
        rung.addAll(tells);
    }

    public List<Tell> rung() {
        return List.copyOf(rung);
    }

    public void forget() {
        rung.clear();
    }
}
