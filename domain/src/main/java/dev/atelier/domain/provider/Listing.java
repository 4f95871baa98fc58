package dev.atelier.domain.provider;

import java.time.Instant;
import java.util.List;

/**
 * The tasks of one account, as its provider lists them.
 *
 * @param complete nothing that was begun in the asked time is missing
 */
public record Listing(List<Entry> tasks, boolean complete) {

    /**
     * @param marker our marker, or null where the provider gives none back
     * @param model  the provider's own name of the model, or null
     * @param begun  or null
     */
    public record Entry(TaskId task, String marker, String model, String status, Instant begun) {
    }
}
