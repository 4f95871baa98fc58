package dev.atelier.domain.provider;

import java.time.Instant;

/**
 * One HTTP exchange as it may be kept: redacted, capped.
 *
 * @param httpStatus        0 when no answer came
 * @param requestJson       without credentials or media bytes; the prompt by hash
 * @param providerRequestId the provider's own id of the request, or null
 * @param tokensOut         output tokens the provider counted, or null
 */
public record Exchange(String operation, Instant requestedAt, Instant answeredAt, int httpStatus, String requestJson,
        String responseJson, String providerRequestId, Long tokensOut) {
}
