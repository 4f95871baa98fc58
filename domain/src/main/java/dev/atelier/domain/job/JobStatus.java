package dev.atelier.domain.job;

import dev.atelier.domain.Word;

/**
 * {@code pending}: the row exists, its workflow not yet; {@code queued}: in line for a slot; {@code running}: from the
 * granted slot to the end, parked included.
 */
public enum JobStatus implements Word {
    PENDING, QUEUED, RUNNING, SUCCEEDED, FAILED, CANCELED;

    public boolean terminal() {
        return this == SUCCEEDED || this == FAILED || this == CANCELED;
    }

    /** A terminal status is for ever; an open one may go anywhere but back to {@code pending}. */
    public boolean mayBecome(JobStatus next) {
        return !terminal() && next != PENDING && next != this;
    }
}
