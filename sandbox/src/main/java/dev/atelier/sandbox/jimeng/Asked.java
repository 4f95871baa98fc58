package dev.atelier.sandbox.jimeng;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atelier.sandbox.http.Form;
import dev.atelier.sandbox.http.Request;
import dev.atelier.sandbox.protocol.Fields;
import dev.atelier.sandbox.protocol.Refused;
import dev.atelier.sandbox.state.Json;
import java.util.List;
import java.util.Optional;

/**
 * What a call asks for, from JSON or a form. Unknown and elsewhere-only models become the default silently, as they do
 * at the gateway, but for pictures outside China.
 */
record Asked(boolean video, String model, String prompt, int width, int height, int seconds, int images, int count,
        boolean inline) {
    private static final List<String> RATIOS = List.of("1:1", "4:3", "3:4", "16:9", "9:16", "3:2", "2:3", "21:9");
    private static final List<String> RESOLUTIONS = List.of("1k", "2k", "4k");
    private static final int MOST_IMAGES = 10;
    private static final int MOST_FRAMES = 2;
    private static final int MOST_REFERENCES = 12;
    private static final int A_CALL = 4;

    /** Fields as JSON, whichever way they came; files are counted apart. */
    static JsonNode body(Request request) {
        return Form.of(request).<JsonNode>map(form -> {
            ObjectNode body = Json.object();
            form.fields().stream().filter(field -> field.file() == null)
                    .forEach(field -> body.put(field.name(), field.text()));
            return body;
        }).orElseGet(request::json);
    }

    static Asked image(JsonNode body, int files, String site) {
        Fields fields = Fields.of(body, JimengRefusals.ALL);
        List.of("size", "width", "height")
                .forEach(name -> refuseIf(body.has(name), name, "不支持，请使用 ratio 和 resolution"));
        String ratio = oneOf(fields, "ratio", "1:1", RATIOS);
        String resolution = oneOf(fields, "resolution", "2k", RESOLUTIONS);
        int side = switch (resolution) {
            case "1k" -> 1024;
            case "4k" -> 4096;
            default -> 2048;
        };
        String prompt = fields.prompt(prompt(fields));
        return new Asked(false, Wares.image(model(fields, "jimeng-4.5"), site), prompt, wide(ratio, side),
                high(ratio, side), 0, files, files > 0 ? 1 : A_CALL, inline(fields));
    }

    static Asked composition(JsonNode body, int files, String site) {
        int images = files > 0 ? files : body.path("images").size();
        refuseIf(images < 1 || images > MOST_IMAGES, "images", "需要 1-10 张");
        return image(body, images, site);
    }

    static Asked video(JsonNode body, int files, String site) {
        Fields fields = Fields.of(body, JimengRefusals.ALL);
        boolean references = body.path("functionMode").asText("").equals("omni_reference");
        int images = files > 0 ? files : Math.max(body.path("file_paths").size(), body.path("filePaths").size());
        if (images > (references ? MOST_REFERENCES : MOST_FRAMES)) {
            throw new Refused(JimengRefusals.ALL.missing("file_paths"));
        }
        String model = Wares.video(model(fields, "jimeng-video-3.5-pro"), site);
        int seconds = body.path("duration").asInt(Wares.seconds(model).getFirst());
        refuseIf(body.has("duration") && !Wares.seconds(model).contains(seconds), "duration",
                "must be one of " + Wares.seconds(model));
        int lines = body.path("resolution").asText("720p").equals("1080p") ? 1080 : 720;
        String ratio = images > 0 ? "16:9" : body.path("ratio").asText("1:1");
        String shape = RATIOS.contains(ratio) ? ratio : "1:1";
        return new Asked(true, model, fields.prompt(prompt(fields)), wide(shape, lines),
                high(shape, lines), seconds, images, 1, inline(fields));
    }

    private static String prompt(Fields fields) {
        return fields.text("prompt").orElseThrow(() -> new Refused(JimengRefusals.ALL.missing("prompt")));
    }

    private static String model(Fields fields, String usual) {
        return fields.text("model").orElse(usual);
    }

    private static boolean inline(Fields fields) {
        return fields.text("response_format").filter("b64_json"::equals).isPresent();
    }

    private static String oneOf(Fields fields, String name, String usual, List<String> known) {
        String value = fields.text(name).orElse(usual);
        refuseIf(!known.contains(value), name, "must be one of " + known);
        return value;
    }

    private static void refuseIf(boolean wrong, String field, String why) {
        if (wrong) {
            throw new Refused(JimengRefusals.ALL.invalid(field, why));
        }
    }

    private static int wide(String ratio, int side) {
        return even(side * Math.sqrt(shape(ratio)));
    }

    private static int high(String ratio, int side) {
        return even(side / Math.sqrt(shape(ratio)));
    }

    private static double shape(String ratio) {
        String[] sides = ratio.split(":");
        return Double.parseDouble(sides[0]) / Double.parseDouble(sides[1]);
    }

    private static int even(double length) {
        return (int) Math.round(length / 2) * 2;
    }

    /** For a call whose body cannot be read: what the journal shows. */
    static Optional<String> promptOf(JsonNode body) {
        return Optional.ofNullable(body.path("prompt").asText(null));
    }
}
