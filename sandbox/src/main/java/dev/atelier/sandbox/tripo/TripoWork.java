package dev.atelier.sandbox.tripo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atelier.sandbox.protocol.Fields;
import dev.atelier.sandbox.protocol.Refused;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a create asks for: the last part of its route is the type of the task.
 *
 * @param model   null where the type has none
 * @param picture a picture comes of it, not a model
 * @param credits what it costs
 */
record TripoWork(String type, String model, String prompt, boolean picture, int credits) {
    /** Credits by type, as published; textures included. */
    private static final Map<String, Integer> TYPES = Map.ofEntries(Map.entry("text_to_model", 20),
            Map.entry("image_to_model", 30), Map.entry("multiview_to_model", 30), Map.entry("text_to_image", 5),
            Map.entry("image_to_image", 5), Map.entry("image_to_multiview", 10), Map.entry("edit_multiview", 10),
            Map.entry("image_to_splat", 30), Map.entry("image_to_depth", 5), Map.entry("texture", 10),
            Map.entry("convert", 5), Map.entry("import", 0), Map.entry("rig_check", 0), Map.entry("rig", 25),
            Map.entry("retarget", 10), Map.entry("segment", 40), Map.entry("complete", 50),
            Map.entry("decimate", 30), Map.entry("uv", 5));
    private static final int LONGEST_PROMPT = 1024;
    private static final int MOST_FACES = 2_000_000;
    private static final Pattern MODEL = Pattern.compile("[A-Za-z]+\\d?(\\.\\d+)?-\\d{8}|v\\d(\\.\\d+)?(-\\d{8})?");

    static Optional<String> type(String route) {
        String type = route.substring(route.lastIndexOf('/') + 1).replace('-', '_');
        return Optional.of(type).filter(TYPES::containsKey);
    }

    static TripoWork read(String type, JsonNode body) {
        Fields fields = Fields.of(body, TripoRefusals.ALL);
        String prompt = fields.text("prompt").orElse("");
        if (prompt.codePointCount(0, prompt.length()) > LONGEST_PROMPT) {
            throw new Refused(TripoRefusals.ALL.invalid("prompt", "it has more than 1024 characters"));
        }
        if (type.startsWith("text_to_") && prompt.isBlank()) {
            throw new Refused(TripoRefusals.ALL.missing("prompt"));
        }
        if (!type.startsWith("text_to_") && !type.equals("multiview_to_model") && !type.equals("import")) {
            input(fields);
        }
        fields.text("model").filter(model -> !MODEL.matcher(model).matches()).ifPresent(odd -> {
            throw new Refused(TripoRefusals.refusal(400, 2017, "The version '" + odd + "' is invalid.", null));
        });
        fields.whole("face_limit", 48, MOST_FACES);
        if (type.equals("multiview_to_model")) {
            views(fields);
        }
        return new TripoWork(type, fields.text("model").orElse(null), prompt, type.contains("image"),
                TYPES.get(type));
    }

    private static void input(Fields fields) {
        JsonNode input = fields.any("input").or(() -> fields.any("inputs")).orElseThrow(
                () -> new Refused(TripoRefusals.ALL.missing("input")));
        if (input.isTextual() && input.asText().startsWith("data:")) {
            throw new Refused(TripoRefusals.refusal(400, 2003, "The input must be a URL, a file token or a task id.",
                    "Please upload the file first."));
        }
    }

    private static void views(Fields fields) {
        JsonNode views = fields.any("inputs").orElseThrow(() -> new Refused(TripoRefusals.ALL.missing("inputs")));
        if (views.size() < 2 || !views.path(0).has("front") && !views.path(0).isTextual()) {
            throw new Refused(TripoRefusals.ALL.invalid("inputs", "it must hold a front and at least one more view"));
        }
    }
}
