package dev.atelier.domain.attempt;

import java.util.EnumSet;
import java.util.Set;

import dev.atelier.domain.Word;

/** The way of one attempt; every arrow is one guarded update, and no row goes back. */
public enum SubmissionState implements Word {
    WAITING, GRANTED, SENDING, SENT, AMBIGUOUS, MADE, FAILED, NOT_SENT, WITHDRAWN, WRITTEN_OFF;

    /** Nothing can be owed to or by a provider any more. */
    public boolean ended() {
        return after().isEmpty();
    }

    /** At the provider, or perhaps: money may have been spent and an end is still to come. */
    public boolean perhapsAtProvider() {
        return this == SENDING || this == SENT || this == AMBIGUOUS;
    }

    public boolean mayBecome(SubmissionState next) {
        return after().contains(next);
    }

    private Set<SubmissionState> after() {
        return switch (this) {
            // A row that was restored from a backup may have been sent since: found, or not known.
            case WAITING -> EnumSet.of(GRANTED, WITHDRAWN, SENT, AMBIGUOUS);
            case GRANTED -> EnumSet.of(SENDING, WITHDRAWN, SENT, AMBIGUOUS);
            case SENDING -> EnumSet.of(SENT, MADE, FAILED, NOT_SENT, AMBIGUOUS);
            // A late answer of the very call that was given up is proof, so made and failed stay reachable.
            case AMBIGUOUS -> EnumSet.of(SENT, MADE, FAILED, NOT_SENT, WRITTEN_OFF);
            case SENT -> EnumSet.of(MADE, FAILED);
            case MADE, FAILED, NOT_SENT, WITHDRAWN, WRITTEN_OFF -> EnumSet.noneOf(SubmissionState.class);
        };
    }
}
