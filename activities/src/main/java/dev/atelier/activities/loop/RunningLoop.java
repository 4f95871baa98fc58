package dev.atelier.activities.loop;

/** A loop that is one round after another, for ever; where it runs is Temporal's choice. */
public interface RunningLoop {

    String name();

    /** True when there is more to do at once. */
    boolean round(LoopFigures figures);
}
