package dev.atelier.api.catalogue;

import java.math.BigDecimal;
import java.util.Map;

import dev.atelier.db.catalogue.Model;
import dev.atelier.domain.catalogue.Limits;
import io.swagger.v3.oas.annotations.media.Schema;

/** @param pricing US dollars per unit */
@Schema(name = "Model")
record ModelJson(@Schema(example = "ark/seedream-4.5") String id, String object, String kind, String provider,
        Limits limits, @Schema(description = "JSON Schema of a job's input") Map<String, Object> inputSchema,
        String status, Map<String, BigDecimal> pricing) {
    static ModelJson of(Model model) {
        return new ModelJson(model.name(), "model", model.kind().word(), model.provider(), model.limits(),
                InputSchema.of(model.limits()), model.status(), model.pricing() == null ? Map.of() : model.pricing());
    }
}
