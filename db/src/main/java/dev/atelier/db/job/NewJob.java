package dev.atelier.db.job;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.atelier.db.catalogue.Model;
import dev.atelier.domain.catalogue.Input;

/**
 * A job that may be stored: read against the model's limits, all ids belonging to the organisation.
 *
 * @param input      with the model's defaults filled in
 * @param storyboard null for most
 * @param outputs    of a conversion, which has neither model nor input; else null
 * @param key        null when the caller gave no Idempotency-Key
 */
public record NewJob(String orgId, String apiKeyId, String requestId, Model model, Input input, String projectId,
        int priority, String webhookUrl, List<String> webhookEvents, Map<String, String> metadata, Instant deadline,
        Storyboard storyboard, IdempotencyKey key, Outputs outputs) {

    /** One that a provider makes. */
    public NewJob(String orgId, String apiKeyId, String requestId, Model model, Input input, String projectId,
            int priority, String webhookUrl, List<String> webhookEvents, Map<String, String> metadata,
            Instant deadline, Storyboard storyboard, IdempotencyKey key) {
        this(orgId, apiKeyId, requestId, model, input, projectId, priority, webhookUrl, webhookEvents, metadata,
                deadline, storyboard, key, null);
    }

    public record Storyboard(String projectId, String projectName, String workId, String storyboardId) {
    }

    /** @param fingerprint SHA-256 of the canonical request, hex */
    public record IdempotencyKey(String method, String route, String key, String fingerprint) {
    }
}
