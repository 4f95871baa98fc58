package dev.atelier.domain.provider;

/** What a provider said to a cancel, tried once. */
public record CancelOutcome(Result result, Exchange exchange) {

    public enum Result {
        /** The task will not run; the next look sees its end. */
        CANCELED,
        /** The provider refuses, as documented: it runs on. */
        REFUSED,
        /** Nobody knows; looking goes on. */
        UNKNOWN
    }
}
