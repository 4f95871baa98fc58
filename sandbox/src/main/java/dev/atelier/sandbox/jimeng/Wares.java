package dev.atelier.sandbox.jimeng;

import dev.atelier.sandbox.protocol.Refused;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Which model is to be had at which site, and what the gateway does about the others. */
final class Wares {
    private static final List<String> ALL = List.of("cn", "us", "hk", "jp", "sg");
    private static final List<String> NOT_US = List.of("cn", "hk", "jp", "sg");
    private static final List<String> ABROAD = List.of("us", "hk", "jp", "sg");
    private static final List<String> ASIA = List.of("hk", "jp", "sg");
    private static final List<String> CHINA = List.of("cn");

    private static final Map<String, List<String>> IMAGES = Map.of("jimeng-5.0", NOT_US, "jimeng-4.6", NOT_US,
            "jimeng-4.5", ALL, "jimeng-4.1", ALL, "jimeng-4.0", ALL, "jimeng-3.0", ALL, "jimeng-3.1", CHINA,
            "nanobanana", ABROAD, "nanobananapro", ABROAD);
    private static final Map<String, List<String>> VIDEOS = Map.ofEntries(
            Map.entry("jimeng-video-seedance-2.0", CHINA), Map.entry("jimeng-video-seedance-2.0-fast", CHINA),
            Map.entry("jimeng-video-3.5-pro", ALL), Map.entry("jimeng-video-3.0-pro", NOT_US),
            Map.entry("jimeng-video-3.0", ALL), Map.entry("jimeng-video-3.0-fast", NOT_US),
            Map.entry("jimeng-video-2.0", NOT_US), Map.entry("jimeng-video-2.0-pro", NOT_US),
            Map.entry("jimeng-video-veo3", ASIA), Map.entry("jimeng-video-veo3.1", ASIA),
            Map.entry("jimeng-video-sora2", ASIA));

    private Wares() {
    }

    static String image(String model, String site) {
        if (IMAGES.getOrDefault(model, List.of()).contains(site)) {
            return model;
        }
        if (!site.equals("cn") || model.startsWith("nanobanana")) {
            throw new Refused(JimengRefusals.ALL.invalid("model", model + " 不支持，支持的模型: " + IMAGES.keySet()));
        }
        return "jimeng-4.5";
    }

    /** Of another model nobody is told: it is made, and paid for. */
    static String video(String model, String site) {
        return VIDEOS.getOrDefault(model, List.of()).contains(site) ? model : "jimeng-video-3.5-pro";
    }

    /** The first is what an absent one means. */
    static List<Integer> seconds(String model) {
        if (model.contains("seedance")) {
            return IntStream.concat(IntStream.of(5), IntStream.rangeClosed(4, 15).filter(n -> n != 5)).boxed()
                    .toList();
        }
        return model.contains("veo")
                ? List.of(8)
                : model.contains("sora")
                        ? List.of(4, 8, 12)
                        : model.contains("3.5") ? List.of(5, 10, 12) : List.of(5, 10);
    }

    static List<String> listed() {
        return List.of("jimeng-4.5", "jimeng-4.1", "jimeng-4.0", "jimeng-3.0", "jimeng-video-3.5-pro");
    }
}
