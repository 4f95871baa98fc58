package dev.atelier.faults.check;

import java.util.List;
import java.util.function.BiConsumer;

/** What Temporal keeps. */
public interface Histories {
    /** Ids of workflows of jobs that are not closed. */
    List<String> running();

    /** Calls with workflow id and the whole history as JSON text, one after the other. */
    void each(BiConsumer<String, String> reader);
}
