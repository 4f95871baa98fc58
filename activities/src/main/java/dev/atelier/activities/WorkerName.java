package dev.atelier.activities;

/** Which process did it, in rows and figures: host and process id, or what the operator calls it. */
public record WorkerName(String value) {
}
