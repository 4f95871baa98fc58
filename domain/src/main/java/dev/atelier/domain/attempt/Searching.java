package dev.atelier.domain.attempt;

import java.time.Duration;

/** How a lost request is looked for at its provider, and when that has been enough and a person is asked. */
public final class Searching {

    /** A list that lacks it proves its absence only when read this long after the request could last have left. */
    public static final Duration PROOF_AFTER = Duration.ofSeconds(60);
    /** Between searches that decided nothing. */
    public static final Duration PAUSE = Duration.ofSeconds(5);
    public static final int MOST_TRIES = 12;
    /** Clocks differ; nothing older than this before the intent can be it. */
    public static final Duration SLACK = Duration.ofMinutes(2);
    /** Longer than any provider lists its tasks. */
    public static final Duration LISTED = Duration.ofDays(8);

    private Searching() {
    }
}
