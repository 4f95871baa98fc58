package dev.atelier.domain.provider;

import dev.atelier.domain.failure.Failure;

import java.time.Duration;

/** What a look at a remote task showed. A task that is missing from a look was not seen. */
public sealed interface Sighting {

    /**
     * @param rawStatus the provider's own word; an unknown word is still work, never an end
     * @param progress  0–100, or null where the provider does not tell
     * @param lookAgain when the provider says to look again, or null
     */
    record Working(String rawStatus, Integer progress, Duration lookAgain) implements Sighting {
    }

    record Ended(String rawStatus, Finished end, Exchange exchange) implements Sighting {
    }

    /** The answer could not be read; nothing is concluded from it. */
    record Unreadable(Failure failure) implements Sighting {
    }
}
