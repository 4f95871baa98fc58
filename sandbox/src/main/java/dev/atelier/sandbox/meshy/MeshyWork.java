package dev.atelier.sandbox.meshy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atelier.sandbox.protocol.Fields;
import dev.atelier.sandbox.protocol.Refused;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a create asks for.
 *
 * @param textured it brings textures, too
 * @param credits  what it costs
 */
record MeshyWork(String model, String prompt, boolean textured, int credits) {
    private static final int LONGEST_PROMPT = 800;
    private static final int MOST_IMAGES = 4;
    private static final int SHAPE = 20;
    private static final int TEXTURE = 10;

    /** @param made whether there is a finished preview of this id, which a refine needs */
    static MeshyWork read(String collection, JsonNode body, Predicate<String> made) {
        Fields fields = Fields.of(body, MeshyRefusals.ALL);
        fields.whole("target_polycount", 100, 300_000);
        fields.oneOf("topology", List.of("quad", "triangle"));
        String model = fields.text("ai_model").orElse("latest");
        String prompt = prompt(body);
        if (prompt.codePointCount(0, prompt.length()) > LONGEST_PROMPT) {
            throw new Refused(MeshyRefusals.ALL.invalid("prompt", "it has more than 800 characters"));
        }
        return switch (collection) {
            case "v2/text-to-3d" -> words(fields, model, prompt, made);
            case "v1/image-to-3d" -> {
                fields.checkPicture("image_url", fields.required("image_url"));
                yield ofImages(fields, model, prompt);
            }
            default -> {
                JsonNode images = body.path("image_urls");
                if (images.isEmpty() || images.size() > MOST_IMAGES) {
                    throw new Refused(MeshyRefusals.ALL.invalid("image_urls", "it must hold 1 to 4 images"));
                }
                images.forEach(image -> fields.checkPicture("image_urls", image.asText()));
                yield ofImages(fields, model, prompt);
            }
        };
    }

    static String prompt(JsonNode body) {
        return body.path("prompt").asText(body.path("texture_prompt").asText(""));
    }

    private static MeshyWork words(Fields fields, String model, String prompt, Predicate<String> made) {
        fields.required("mode");
        if (fields.oneOf("mode", List.of("preview", "refine")).orElseThrow().equals("preview")) {
            return new MeshyWork(model, fields.required("prompt"), false, SHAPE);
        }
        if (!made.test(fields.required("preview_task_id"))) {
            throw new Refused(MeshyRefusals.said(409, "The preview task has not succeeded"));
        }
        return new MeshyWork(model, prompt, true, TEXTURE);
    }

    private static MeshyWork ofImages(Fields fields, String model, String prompt) {
        boolean textured = fields.flag("should_texture", true);
        return new MeshyWork(model, prompt, textured, textured ? SHAPE + TEXTURE : SHAPE);
    }
}
