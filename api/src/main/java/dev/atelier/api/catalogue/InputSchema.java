package dev.atelier.api.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.atelier.domain.catalogue.Limits;

/** A model's limits as JSON Schema 2020-12: what a form or a client's own check can be built from. */
final class InputSchema {
    private InputSchema() {
    }

    static Map<String, Object> of(Limits limits) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("prompt", Map.of("type", "string", "maxLength", limits.maxPromptChars()));
        if (limits.negativePrompt()) {
            fields.put("negative_prompt", Map.of("type", "string", "maxLength", limits.maxPromptChars()));
        }
        if (limits.maxImages() > 0) {
            fields.put("images", Map.of("type", "array", "description", "asset ids or public https URLs", "items",
                    Map.of("type", "string"), "minItems", limits.minImages(), "maxItems", limits.maxImages()));
        }
        choice(fields, "ratio", "string", limits.ratios(), limits.defaultRatio());
        choice(fields, "resolution", "string", limits.resolutions(), limits.defaultResolution());
        choice(fields, "duration", "integer", limits.durations(), limits.defaultDuration());
        if (limits.intelligentRatio()) {
            fields.put("intelligent_ratio", Map.of("type", "boolean"));
        }
        if (limits.sampleStrength()) {
            fields.put("sample_strength", Map.of("type", "number", "minimum", 0, "maximum", 1, "multipleOf", 0.01));
        }
        choice(fields, "response_format", "string", limits.responseFormats(), "url");
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("type", "object");
        schema.put("properties", fields);
        schema.put("required", required(limits));
        schema.put("additionalProperties", false);
        return schema;
    }

    private static void choice(Map<String, Object> fields, String name, String type, List<?> known, Object usual) {
        if (known == null || known.isEmpty()) {
            return;
        }
        Map<String, Object> field = new LinkedHashMap<>();
        field.put("type", type);
        field.put("enum", known);
        field.put("default", usual == null || !known.contains(usual) ? known.getFirst() : usual);
        fields.put(name, field);
    }

    private static List<String> required(Limits limits) {
        List<String> required = new ArrayList<>();
        if (limits.promptRequired()) {
            required.add("prompt");
        }
        if (limits.minImages() > 0) {
            required.add("images");
        }
        return required;
    }
}
