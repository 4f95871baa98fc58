package dev.atelier.sandbox.task;

/** Where a task stands; each protocol has its own words. Odd is a word clients do not know, and must bear. */
public enum Status {
    QUEUED, RUNNING, SUCCEEDED, FAILED, CANCELLED, EXPIRED, ODD;

    public boolean going() {
        return this == QUEUED || this == RUNNING || this == ODD;
    }
}
