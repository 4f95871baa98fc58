package dev.atelier.domain.line;

import java.time.Duration;

/** When a waiting job may begin, from what was seen lately; null rather than a guess. */
public final class Estimate {

    /** Fewer runs than this say nothing. */
    public static final int FEWEST_RUNS = 5;

    private Estimate() {
    }

    /**
     * The slots come free at an even pace, and each that does takes the next in line.
     *
     * @param ahead jobs before it that wait for the same slots
     * @param slots held and free, of accounts that could serve it now
     * @param runs  how many recent ones the usual time was taken from
     * @param usual how long a slot was held
     */
    public static Duration start(int ahead, int slots, int runs, Duration usual) {
        if (slots == 0 || runs < FEWEST_RUNS) {
            return null;
        }
        return Duration.ofSeconds(Math.ceilDiv(usual.toSeconds() * (ahead + 1), slots));
    }
}
