package dev.atelier.activities.loop;

import java.util.List;

/** Brings loops whose number is known only when the application is put together. */
public interface LoopSource {

    List<RunningLoop> loops();
}
