package dev.atelier.api.job;

import java.util.List;
import java.util.Map;

import dev.atelier.db.job.NewJob;
import dev.atelier.domain.catalogue.Input;
import io.swagger.v3.oas.annotations.media.Schema;
import tools.jackson.databind.JsonNode;

/** What {@code POST /v1/jobs} takes. Input is read when the kind is known. */
record JobBody(
        @Schema(allowableValues = {
                "image", "video",
                "mesh", "conversion"}, requiredMode = Schema.RequiredMode.REQUIRED) String kind,
        @Schema(description = "As GET /v1/models names it", example = "ark/seedream-4.5") String model,
        @Schema(implementation = Input.class, requiredMode = Schema.RequiredMode.REQUIRED) JsonNode input,
        NewJob.Storyboard storyboard, String projectId,
        @Schema(minimum = "0", maximum = "9", defaultValue = "5") Integer priority,
        @Schema(description = "A public https address") String webhookUrl,
        @Schema(description = "Default: all of them", allowableValues = {"job.queued", "job.running",
                "job.needs_attention", "job.succeeded", "job.failed", "job.canceled"}) List<String> webhookEvents,
        @Schema(description = "At most 20 pairs of at most 500 characters") Map<String, String> metadata) {
}
