package dev.atelier.domain.job;

import java.time.Duration;

/** How long a job waits for what may never come. */
public final class Patience {

    /** Without being told: a backstop, not a poll. */
    public static final Duration UNTOLD = Duration.ofMinutes(30);
    /** For a person; then the job ends, and what it cost stays open. */
    public static final Duration PARKED = Duration.ofHours(72);
    /** A new deadline, where a person wants a job whose own has passed to go on. */
    public static final Duration AFRESH = Duration.ofHours(24);
    /** For a result: no provider keeps one for longer. */
    public static final Duration RESULT = Duration.ofHours(24);

    private Patience() {
    }
}
