package dev.atelier.domain.attempt;

import java.time.Duration;

/** The times of one request that may cost money. */
public final class Sending {

    /** A worker that was frozen must not send later than this after its intent. */
    public static final Duration WITHIN = Duration.ofSeconds(10);
    /** A sender that has not been heard of for this long is gone; it speaks every 3 s. */
    public static final Duration SILENT = Duration.ofSeconds(20);
    /** However the table of failures reads, a job does not go round for ever. */
    public static final int MOST_ATTEMPTS = 100;

    private Sending() {
    }
}
