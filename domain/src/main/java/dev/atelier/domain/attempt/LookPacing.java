package dev.atelier.domain.attempt;

import java.time.Duration;

/** When to look at a remote task again: soon while it is young, ever more rarely as it ages. */
public final class LookPacing {

    public static final Duration SHORTEST = Duration.ofSeconds(1);
    public static final Duration LONGEST = Duration.ofSeconds(15);
    /** For what is parked or given up but not ended. */
    public static final Duration RARELY = Duration.ofMinutes(30);
    /** After a look whose answer did not name the task. */
    public static final Duration MISSED = Duration.ofSeconds(5);
    /** A task is missing from the provider's answers for good only after this many looks in a row. */
    public static final int MOST_MISSED = 5;

    private LookPacing() {
    }

    /** @param told the provider's own word, which wins up to an hour; or null */
    public static Duration next(Duration age, Duration told) {
        if (told != null && told.isPositive()) {
            return told.compareTo(Duration.ofHours(1)) > 0 ? Duration.ofHours(1) : told;
        }
        Duration paced = age.dividedBy(10);
        if (paced.compareTo(SHORTEST) < 0) {
            return SHORTEST;
        }
        return paced.compareTo(LONGEST) > 0 ? LONGEST : paced;
    }
}
