package dev.atelier.db.webhook;

/**
 * One try to be made now.
 *
 * @param eventId the same for all tries of an event: the receiver's key against doubles
 * @param payload the body, byte for byte
 * @param attempt from 1
 */
public record Delivery(String id, String orgId, String jobId, String eventId, String eventType, String url,
        String payload, int attempt) {
}
