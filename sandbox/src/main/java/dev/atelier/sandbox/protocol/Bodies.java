package dev.atelier.sandbox.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a hosted model makes, guessed from its name, as only its maker knows: a film, a mesh, or a picture. */
public enum Bodies {
    PICTURE, FILM, MESH;

    private static final Pattern MESHES = Pattern.compile(
            "3d|trellis|rodin|tripo|meshy|hyper3d|triposr|shap-e|mesh");
    private static final Pattern FILMS = Pattern.compile(
            "video|kling|veo|seedance|minimax|hailuo|wan-|luma|pika|ltx|sora|runway|vidu");
    private static final int PIXELS = 1024;
    private static final int FILM_PIXELS = 640;

    public static Bodies of(String model) {
        String name = model.toLowerCase(Locale.ROOT);
        return MESHES.matcher(name).find() ? MESH : FILMS.matcher(name).find() ? FILM : PICTURE;
    }

    /** Width and height for a form that names a ratio such as {@code 16:9} or {@code landscape_16_9}, or both sides. */
    public static int[] size(JsonNode input, boolean film) {
        int most = film ? FILM_PIXELS : PIXELS;
        JsonNode size = input.path("image_size");
        if (size.path("width").asInt() > 0 && size.path("height").asInt() > 0) {
            return new int[]{Math.clamp(size.path("width").asInt(), 16, 4096),
                    Math.clamp(size.path("height").asInt(), 16, 4096)};
        }
        String named = input.path("aspect_ratio").asText(size.asText(""));
        Matcher ratio = Pattern.compile("(\\d{1,2})[:_](\\d{1,2})$").matcher(named);
        if (!ratio.find()) {
            return new int[]{most, most};
        }
        int wide = Integer.parseInt(ratio.group(1));
        int high = Integer.parseInt(ratio.group(2));
        boolean turned = named.startsWith("portrait") && wide > high;
        double shape = turned ? (double) high / wide : (double) wide / high;
        return shape >= 1
                ? new int[]{most, even(most / shape)}
                : new int[]{even(most * shape), most};
    }

    private static int even(double pixels) {
        return Math.max(16, (int) Math.round(pixels / 2) * 2);
    }
}
