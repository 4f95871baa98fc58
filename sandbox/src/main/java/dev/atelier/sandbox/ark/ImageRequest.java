package dev.atelier.sandbox.ark;

import dev.atelier.sandbox.protocol.Refused;
import dev.atelier.sandbox.protocol.Fields;
import com.fasterxml.jackson.databind.JsonNode;
import dev.atelier.sandbox.result.ResultKind;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** What {@code POST /images/generations} asks for. */
record ImageRequest(String model, String prompt, int inputs, Size size, ResultKind kind, boolean inline, long seed,
        int count, boolean stream) {

    private static final int MOST_INPUTS = 14;
    /** Inputs and outputs together. */
    private static final int MOST_IMAGES = 15;
    private static final int USUAL_SET = 3;

    static String prompt(JsonNode body) {
        return body.path("prompt").asText("");
    }

    static ImageRequest read(JsonNode body) {
        Fields fields = Fields.of(body, ArkRefusals.ALL);
        String model = fields.model();
        Models.checkPicture(model);
        String prompt = fields.prompt(fields.required("prompt"));
        int inputs = inputs(fields);
        Size size = Size.of(fields.text("size").orElse("2048x2048"));
        boolean inline = fields.oneOf("response_format", List.of("url", "b64_json")).filter("b64_json"::equals)
                .isPresent();
        ResultKind kind = fields.oneOf("output_format", List.of("png", "jpeg")).filter("png"::equals).isPresent()
                ? ResultKind.PNG
                : ResultKind.JPEG;
        long seed = fields.whole("seed", -1, 4294967295L).filter(value -> value >= 0)
                .orElseGet(() -> ThreadLocalRandom.current().nextLong(1L << 32));
        fields.flag("watermark", true);
        return new ImageRequest(model, prompt, inputs, size, kind, inline, seed, count(fields, inputs),
                fields.flag("stream", false));
    }

    private static int inputs(Fields fields) {
        JsonNode image = fields.any("image").orElse(null);
        if (image == null) {
            return 0;
        }
        int count = image.isArray() ? image.size() : 1;
        if (count > MOST_INPUTS) {
            throw new Refused(ArkRefusal.invalid("image", "at most " + MOST_INPUTS + " images are taken").reply());
        }
        for (JsonNode each : image.isArray() ? image : List.of(image)) {
            fields.checkPicture("image", each.asText(""));
        }
        return count;
    }

    private static int count(Fields fields, int inputs) {
        boolean set = fields.oneOf("sequential_image_generation", List.of("auto", "disabled")).filter("auto"::equals)
                .isPresent();
        if (!set) {
            return 1;
        }
        int asked = fields.any("sequential_image_generation_options").map(options -> Fields.of(options, ArkRefusals.ALL)
                .whole("max_images", 1, MOST_IMAGES).orElse((long) USUAL_SET).intValue()).orElse(USUAL_SET);
        return Math.clamp(asked, 1, Math.max(1, MOST_IMAGES - inputs));
    }
}
