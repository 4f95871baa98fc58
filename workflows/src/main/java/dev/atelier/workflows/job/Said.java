package dev.atelier.workflows.job;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who says it, why, and in which request. Every field may be absent: a person types this. */
public record Said(String by, String reason, @JsonProperty("request_id") String requestId) {
}
