package dev.atelier.sandbox.ark;

import java.util.Locale;

/** Where a task stands. The last is no word of the provider's: clients must bear words they do not know. */
enum Status {
    QUEUED, RUNNING, SUCCEEDED, FAILED, CANCELLED, EXPIRED, ARCHIVING;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean going() {
        return this == QUEUED || this == RUNNING || this == ARCHIVING;
    }
}
