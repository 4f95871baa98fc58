package dev.atelier.domain.failure;

/** What a failure does to the job. */
public enum JobAction {
    /** Ends as failed. */
    FAIL,
    /** Another attempt after the next wait; spends one. */
    RETRY_AFTER_WAIT,
    /** Another attempt at once, with whichever account is free; spends no wait. */
    ANOTHER_ACCOUNT,
    /** Waits for a person. */
    PARK,
    /** The same result is fetched again. */
    FETCH_AGAIN
}
