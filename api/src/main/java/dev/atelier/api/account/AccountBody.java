package dev.atelier.api.account;

import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.annotations.media.Schema;
import tools.jackson.databind.JsonNode;

/** What {@code POST /v1/accounts} takes. */
record AccountBody(@Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "ark") String provider,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "ark-studio-1") String account,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Kept encrypted, never shown") String secret,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, allowableValues = {
                "cn", "us", "hk", "jp", "sg"}) String site,
        String baseUrl, Integer priority, Integer maxRetryCount,
        @Schema(description = "self: serves your organisation alone; null: shared by all") String orgId,
        List<String> models, List<String> notModels,
        @Schema(description = "Tasks at once, by image, video, mesh") Map<String, Integer> slots,
        @Schema(description = "Tasks a day, by image, video, mesh; null: no limit") Map<String, Integer> dayLimits,
        @Schema(example = "Asia/Shanghai") String zone) {
    /**
     * What {@code PATCH} takes: what is not named stays.
     *
     * @param version   the version that was read; null: change whatever is there
     * @param available true ends whatever made a medium unavailable, false switches it off
     * @param models    null: all of the provider
     */
    record Change(Integer version, String account, String secret, String baseUrl,
            @Schema(allowableValues = {
                    "active", "inactive", "banned"}) String status,
            Integer priority,
            Integer maxRetryCount, Map<String, Integer> slots, Map<String, Integer> dayLimits,
            Map<String, Boolean> available, @Schema(implementation = List.class) JsonNode models,
            @Schema(implementation = List.class) JsonNode notModels) {
    }
}
