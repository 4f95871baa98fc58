package dev.atelier.sandbox.ark;

import dev.atelier.sandbox.task.Task;
import dev.atelier.sandbox.state.Json;
import java.io.IOException;
import dev.atelier.sandbox.protocol.Refused;
import dev.atelier.sandbox.protocol.Fields;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code POST /contents/generations/tasks} asks for: a film, or with a 3D model a mesh.
 *
 * @param duration seconds of film, 0 for a mesh
 * @param echoed   fields the task shows again as they were sent
 */
record TaskRequest(String model, String prompt, boolean mesh, String resolution, String ratio, int duration,
        long seed, boolean returnLastFrame, String fileFormat, String subdivision, Map<String, JsonNode> echoed) {

    private static final Pattern FLAG = Pattern.compile("--(\\w+)\\s+(\\S+)");
    private static final List<String> RESOLUTIONS = List.of("480p", "720p", "1080p");
    private static final List<String> RATIOS = List.of("16:9", "4:3", "1:1", "3:4", "9:16", "21:9", "adaptive");
    private static final List<String> ECHOED = List.of("safety_identifier", "service_tier", "execution_expires_after",
            "priority", "generate_audio", "draft", "camera_fixed", "watermark", "frames");
    private static final int FRAMES_PER_SECOND = 24;
    private static final int USUAL_SECONDS = 5;

    static TaskRequest of(Task task) {
        try {
            return Json.value(task.request(), TaskRequest.class);
        } catch (IOException other) {
            throw new IllegalStateException("task " + task.id() + " was kept by another version", other);
        }
    }

    /** All the text there is, tags and flags included. */
    static String prompt(JsonNode body) {
        List<String> texts = new ArrayList<>();
        for (JsonNode item : body.path("content")) {
            if (item.path("type").asText("").equals("text")) {
                texts.add(item.path("text").asText(""));
            }
        }
        return String.join("\n", texts);
    }

    static TaskRequest read(JsonNode body) {
        Fields fields = Fields.of(body, ArkRefusals.ALL);
        String model = fields.model();
        Models.checkTask(model);
        String prompt = fields.prompt(prompt(body));
        int pictures = pictures(fields,
                fields.any("content").orElseThrow(() -> new Refused(ArkRefusal.missing("content").reply())));
        boolean mesh = Models.isMesh(model);
        if (mesh && pictures != 1) {
            throw new Refused(
                    ArkRefusal.invalid("content", "exactly one image is needed, there are " + pictures).reply());
        }
        if (!mesh && pictures == 0 && prompt.isBlank()) {
            throw new Refused(ArkRefusal.missing("content.text").reply());
        }
        checkEchoed(fields);
        Map<String, String> flags = flags(prompt);
        return new TaskRequest(model, prompt, mesh,
                word(fields, "resolution", flags, RESOLUTIONS, "rs").orElse("720p"),
                word(fields, "ratio", flags, RATIOS, "rt").orElse("16:9"), mesh ? 0 : duration(fields, flags),
                fields.whole("seed", -1, 4294967295L).filter(value -> value >= 0)
                        .orElseGet(() -> ThreadLocalRandom.current().nextLong(1L << 32)),
                fields.flag("return_last_frame", false), fileFormat(mesh, flags),
                flags.getOrDefault("subdivisionlevel", "medium"), echoed(fields));
    }

    /** The pixels the provider would make; the sandbox's films have this shape, but are smaller. */
    Size size() {
        int lines = Integer.parseInt(resolution.replace("p", ""));
        String[] sides = (ratio.equals("adaptive") ? "16:9" : ratio).split(":");
        double shape = Double.parseDouble(sides[0]) / Double.parseDouble(sides[1]);
        int longer = (int) Math.round(lines * Math.max(shape, 1 / shape) / 2) * 2;
        return shape >= 1 ? new Size(longer, lines) : new Size(lines, longer);
    }

    private static int pictures(Fields fields, JsonNode content) {
        if (!content.isArray() || content.isEmpty()) {
            throw new Refused(ArkRefusal.invalid("content", "it must be a list with at least one item").reply());
        }
        int pictures = 0;
        for (JsonNode item : content) {
            String type = item.path("type").asText("");
            switch (type) {
                case "image_url" -> {
                    fields.checkPicture("content.image_url", item.path("image_url").path("url").asText(""));
                    pictures++;
                }
                case "text", "video_url", "audio_url", "draft_task" -> {
                }
                default -> throw new Refused(ArkRefusal.invalid("content.type", "'" + type + "' is not known").reply());
            }
        }
        return pictures;
    }

    private static Optional<String> word(Fields fields, String name, Map<String, String> flags, List<String> words,
            String shortFlag) {
        return fields.oneOf(name, words).or(() -> Optional.ofNullable(flags.getOrDefault(name, flags.get(shortFlag)))
                .filter(words::contains));
    }

    /** Frames win over seconds; -1 second leaves it to the provider. */
    private static int duration(Fields fields, Map<String, String> flags) {
        Optional<Long> frames = fields.whole("frames", 29, 289);
        if (frames.isPresent()) {
            return Math.round((float) frames.get() / FRAMES_PER_SECOND);
        }
        Optional<Long> asked = fields.whole("duration", -1, 15);
        String flag = flags.getOrDefault("dur", flags.getOrDefault("duration", ""));
        long seconds = asked.orElse(flag.matches("\\d{1,2}") ? Long.parseLong(flag) : USUAL_SECONDS);
        if (seconds == -1) {
            return USUAL_SECONDS;
        }
        if (seconds < 2 || seconds > 15) {
            throw new Refused(ArkRefusal.invalid("duration", "it must be from 2 to 15 seconds, or -1").reply());
        }
        return (int) seconds;
    }

    private static String fileFormat(boolean mesh, Map<String, String> flags) {
        String format = flags.getOrDefault("fileformat", "glb");
        if (mesh && !format.equals("glb")) {
            throw new Refused(ArkRefusal.invalid("fileformat", "the sandbox makes glb only").reply());
        }
        return format;
    }

    private static Map<String, String> flags(String text) {
        Map<String, String> flags = new LinkedHashMap<>();
        Matcher found = FLAG.matcher(text);
        while (found.find()) {
            flags.put(found.group(1), found.group(2));
        }
        return flags;
    }

    private static void checkEchoed(Fields fields) {
        fields.text("safety_identifier").filter(id -> id.length() > 64).ifPresent(id -> {
            throw new Refused(ArkRefusal.invalid("safety_identifier", "it has at most 64 characters").reply());
        });
        fields.oneOf("service_tier", List.of("default", "flex"));
        fields.whole("execution_expires_after", 3_600, 259_200);
        fields.whole("priority", 0, 100);
        fields.whole("frames", 29, 289);
        List.of("generate_audio", "draft", "camera_fixed", "watermark").forEach(name -> fields.flag(name, false));
    }

    private static Map<String, JsonNode> echoed(Fields fields) {
        Map<String, JsonNode> echoed = new LinkedHashMap<>();
        ECHOED.forEach(name -> fields.any(name).ifPresent(value -> echoed.put(name, value)));
        return echoed;
    }
}
