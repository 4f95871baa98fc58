package dev.atelier.domain.job;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import dev.atelier.domain.Word;

/** What a storyboard's record says of its job; the code is the seed's {@code generation_status}, canceled is ours. */
public enum RecordStatus implements Word {
    PENDING, PROCESSING, COMPLETED, FAILED, RETRYING, CANCELED;

    public int code() {
        return ordinal();
    }

    /** Empty for a code that other software may have written. */
    public static Optional<RecordStatus> of(int code) {
        return code >= 0 && code < values().length ? Optional.of(values()[code]) : Optional.empty();
    }

    /** @param betweenAttempts one attempt is over and no other has begun */
    public static RecordStatus of(JobStatus job, boolean betweenAttempts) {
        return switch (job) {
            case PENDING -> PENDING;
            case QUEUED -> betweenAttempts ? RETRYING : PENDING;
            case RUNNING -> betweenAttempts ? RETRYING : PROCESSING;
            case SUCCEEDED -> COMPLETED;
            case FAILED -> FAILED;
            case CANCELED -> CANCELED;
        };
    }

    /** Saying again what stands is allowed: a record is written through, not stepped. An end is for ever. */
    public boolean mayBecome(RecordStatus next) {
        return next == this || after().contains(next);
    }

    /** Codes from which this one may be reached, for the guard of an update. */
    public Set<RecordStatus> before() {
        Set<RecordStatus> before = EnumSet.noneOf(RecordStatus.class);
        for (RecordStatus each : values()) {
            if (each.mayBecome(this)) {
                before.add(each);
            }
        }
        return before;
    }

    private Set<RecordStatus> after() {
        return switch (this) {
            case PENDING -> EnumSet.of(PROCESSING, COMPLETED, FAILED, RETRYING, CANCELED);
            case PROCESSING -> EnumSet.of(RETRYING, COMPLETED, FAILED, CANCELED);
            case RETRYING -> EnumSet.of(PROCESSING, COMPLETED, FAILED, CANCELED);
            case COMPLETED, FAILED, CANCELED -> EnumSet.noneOf(RecordStatus.class);
        };
    }
}
