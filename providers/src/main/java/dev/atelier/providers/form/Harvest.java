package dev.atelier.providers.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.atelier.domain.provider.ResultFile;

/**
 * The files in a model's answer, wherever the model puts them: each address once, its role by the name of its field.
 * Of a 3D model in several formats the GLB is what was asked for.
 */
public final class Harvest {

    private static final int MOST_FILES = 50;
    private static final int DEEPEST = 8;
    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");
    private static final Pattern TEXTURE = Pattern
            .compile("normal|albedo|metallic|roughness|base_color|emission|ambient|texture");
    private static final Pattern PREVIEW = Pattern.compile("thumbnail|preview|rendered|turntable");

    private final Map<String, String> roles = new LinkedHashMap<>();

    private Harvest() {
    }

    /** Empty when there is no address in it. The first file is a main one. */
    public static List<ResultFile> of(JsonNode answer) {
        Harvest harvest = new Harvest();
        harvest.walk("", answer, 0);
        return harvest.files();
    }

    private void walk(String field, JsonNode node, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        switch (node) {
            case ObjectNode object -> object.properties().forEach(each -> walk(
                    // {"images":[{"url":…}]}: what it is stands one level up.
                    each.getKey().equals("url") ? field : (field + "." + each.getKey()), each.getValue(),
                    depth + 1));
            case ArrayNode array -> array.forEach(each -> walk(field, each, depth + 1));
            default -> address(node).filter(url -> roles.size() < MOST_FILES)
                    .ifPresent(url -> roles.putIfAbsent(url, role(field, url)));
        }
    }

    private static Optional<String> address(JsonNode node) {
        return node.isTextual() && ADDRESS.matcher(node.textValue()).matches()
                ? Optional.of(node.textValue())
                : Optional.empty();
    }

    private static String role(String field, String url) {
        String name = field.toLowerCase(Locale.ROOT);
        if (PREVIEW.matcher(name).find()) {
            return "preview";
        }
        Matcher texture = TEXTURE.matcher(name);
        if (texture.find()) {
            return ResultFile.texture(texture.group());
        }
        return name.contains("last_frame") ? "last_frame" : isOtherFormat(url) ? "format" : "main";
    }

    private static boolean isOtherFormat(String url) {
        return url.toLowerCase(Locale.ROOT).matches("[^?#]*\\.(fbx|obj|mtl|usdz|stl|blend|3mf|ply)([?#].*)?");
    }

    private List<ResultFile> files() {
        List<ResultFile> files = new ArrayList<>();
        roles.forEach((url, role) -> files.add(new ResultFile(role, url, null)));
        if (!files.isEmpty() && files.stream().noneMatch(file -> file.role().equals("main"))) {
            files.set(0, ResultFile.main(files.getFirst().url()));
        }
        return List.copyOf(files);
    }
}
