package dev.atelier.api.job;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

import dev.atelier.db.job.NewJob;
import dev.atelier.domain.catalogue.Input;
import io.swagger.v3.oas.annotations.media.Schema;
import tools.jackson.databind.JsonNode;

/** A job as everybody sees it: the same shape in every answer. What is not known is null, never left out. */
@Schema(name = "Job")
record JobJson(String id, @Schema(example = "job") String object, String kind, String model,
        @Schema(allowableValues = {
                "pending", "queued", "running", "succeeded", "failed", "canceled"}) String status,
        @Schema(description = "0 to 100, where the provider tells") Integer progress, Integer queuePosition,
        Attention needsAttention, int attempt, @Schema(implementation = Input.class) Object input,
        @Schema(implementation = Output.class) List<?> output, Failed error, Cost cost,
        Instant createdAt, Instant startedAt, Instant completedAt, Instant deadline, Instant cancelRequestedAt,
        String retryOfJobId, String retriedByJobId,
        @Schema(description = "Finished job whose model this conversion is made of, because its project wants so") String automaticOfJobId,
        Map<String, String> metadata, Urls urls, String projectId,
        int priority, NewJob.Storyboard storyboard, String webhookUrl, List<String> webhookEvents, String requestId,
        @Schema(description = "Seconds until it may begin, from recent runs; null when nobody can say, and in lists") Long queueEstimateSec,
        @Schema(description = "While it waits between attempts") Instant nextAttemptAt,
        @Schema(description = "Seconds of the waits still to come, should it go on failing") List<Long> retryWaits) {
    /** A person must decide. */
    record Attention(String reason, String detail, Instant since, List<String> choices) {
    }

    @Schema(name = "JobError")
    record Failed(String code, String message, boolean retryable, String providerCode) {
    }

    record Cost(BigDecimal usd, Map<String, BigDecimal> billedUnits) {
    }

    /** {@code b64Json} is there only when input.response_format asked for it and one job is answered. */
    record Output(String assetId, String kind, String role, String mimeType, Integer width, Integer height,
            BigDecimal durationSec, long bytes, String sha256, String url, Instant expiresAt,
            @JsonInclude(JsonInclude.Include.NON_NULL) String b64Json) {
    }

    /** An output of a conversion: its asset, or its error, or neither while it is not made. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Made(String operation, String status, Integer progress, @JsonUnwrapped Output output, JsonNode result,
            Failed error) {
    }

    record Urls(String self, String cancel, String retry, String adopt, String submissions, String events, String web,
            String temporal) {
    }
}
