package dev.atelier.db.asset;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * Bytes we keep.
 *
 * @param role        {@code main} of a job's result; {@code last_frame}, {@code preview}, … come along; null of an upload
 * @param kind        stored word: image, video, 3d_model, file …
 * @param durationSec null where there is none
 * @param jobId       null of an upload
 */
public record Asset(String id, String orgId, String jobId, String role, String kind, String name, String storageKey,
        String mimeType, long bytes, String sha256, Integer width, Integer height, BigDecimal durationSec,
        String sourceType, String lifecycleState, Instant createdAt, Instant retentionUntil) {
}
