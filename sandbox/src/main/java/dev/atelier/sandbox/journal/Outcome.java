package dev.atelier.sandbox.journal;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What became of a request. Dropped = accepted, but never answered. */
public enum Outcome {
    @JsonProperty("accepted")
    ACCEPTED, @JsonProperty("rejected")
    REJECTED, @JsonProperty("dropped")
    DROPPED
}
