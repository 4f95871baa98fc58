package dev.atelier.sandbox.rodin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atelier.sandbox.http.Form;
import dev.atelier.sandbox.http.Request;
import dev.atelier.sandbox.protocol.Fields;
import dev.atelier.sandbox.protocol.Refused;
import java.util.List;
import java.util.Optional;

/** What a create asks for: a form with words, with one to five images, or both. */
record RodinWork(String tier, String prompt, long seed) {
    private static final int MOST_IMAGES = 5;
    private static final int LARGEST_SEED = 65_535;
    private static final List<String> TIERS = List.of("Sketch", "Regular", "Detail", "Smooth", "Gen-2",
            "Gen-2.5-Extreme-Low", "Gen-2.5-Low", "Gen-2.5-Medium", "Gen-2.5-High", "Gen-2.5-Extreme-High");

    static RodinWork read(Request request) {
        Optional<Form> form = Form.of(request);
        if (form.isEmpty()) {
            throw new Refused(RodinRefusals.ALL.invalid("body", "it must be multipart/form-data"));
        }
        ObjectNode body = Form.json(request);
        Fields fields = Fields.of(body, RodinRefusals.ALL);
        int images = form.get().files("images").size();
        if (images > MOST_IMAGES) {
            throw new Refused(RodinRefusals.ALL.invalid("images", "there are at most 5"));
        }
        if (images == 0) {
            fields.required("prompt");
        }
        fields.oneOf("mesh_mode", List.of("Raw", "Quad"));
        fields.oneOf("material", List.of("PBR", "Shaded", "All", "None"));
        fields.oneOf("quality", List.of("high", "medium", "low", "extra-low"));
        if (!fields.oneOf("geometry_file_format", List.of("glb", "usdz", "fbx", "obj", "stl")).orElse("glb")
                .equals("glb")) {
            throw new Refused(RodinRefusals.ALL.invalid("geometry_file_format", "only glb is practised here"));
        }
        number(fields, "quality_override", 500, 2_000_000);
        return new RodinWork(fields.oneOf("tier", TIERS).orElse("Regular"), fields.prompt(prompt(body)),
                number(fields, "seed", 0, LARGEST_SEED).orElse(7L));
    }

    static String prompt(ObjectNode body) {
        return body.path("prompt").asText("");
    }

    /** Every field of a form is text. */
    private static Optional<Long> number(Fields fields, String name, long least, long most) {
        return fields.text(name).map(value -> {
            if (!value.matches("\\d{1,9}") || Long.parseLong(value) < least || Long.parseLong(value) > most) {
                throw new Refused(RodinRefusals.ALL.invalid(name, "it must be from " + least + " to " + most));
            }
            return Long.parseLong(value);
        });
    }
}
