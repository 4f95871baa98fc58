package dev.atelier.activities.loop;

import java.util.Map;
import java.util.TreeMap;

/** What a loop has done since it began here; shown as its heartbeat details. */
public final class LoopFigures {

    private final Map<String, Long> counts = new TreeMap<>();

    public void count(String what) {
        add(what, 1);
    }

    public synchronized void add(String what, long number) {
        counts.merge(what, number, Long::sum);
    }

    synchronized Map<String, Long> soFar() {
        return new TreeMap<>(counts);
    }
}
