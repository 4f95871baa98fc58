package dev.atelier.providers.http;

import java.time.Instant;

/** A request and what came of it, with the times of the injected clock. */
public record Spoken(Ask ask, Reply reply, Instant askedAt, Instant answeredAt) {
}
