package dev.atelier.db.webhook;

import java.time.Instant;
import java.util.List;

/** A webhook's body, as Standard Webhooks frames it: ids and statuses, so that it stays small and tells no prompt. */
record Envelope(String type, String timestamp, Job data) {

    /** At most 20 kB are recommended; a message is the only long thing in it. */
    private static final int LONGEST_MESSAGE = 2_000;
    private static final int MOST_OUTPUTS = 50;

    record Job(String id, String object, String kind, String model, String status, int attempt, String projectId,
            String requestId, Attention needsAttention, Failed error, List<Output> output, String createdAt,
            String startedAt, String completedAt, String retryOfJobId) {
    }

    record Attention(String reason, String since) {
    }

    record Failed(String code, String message, boolean retryable, String providerCode) {
    }

    record Output(String assetId, String kind, String mimeType, long bytes, String sha256) {
    }

    static String at(Instant instant) {
        return instant == null ? null : instant.toString();
    }

    static String shortened(String message) {
        return message == null || message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE);
    }

    static List<Output> most(List<Output> outputs) {
        return outputs.size() <= MOST_OUTPUTS ? outputs : outputs.subList(0, MOST_OUTPUTS);
    }
}
