package dev.atelier.db.asset;

import java.util.Map;

/**
 * What a model uses a picture for.
 *
 * @param assetId the asset with the picture's bytes; null while the model it lies in is not kept yet
 * @param role base_color, normal, metallic_roughness, occlusion, emissive or other
 * @param uvChannel which set of coordinates it is looked at with
 * @param picture which of the model's own pictures; 0 when it is an asset of its own
 */
public record ModelTexture(String assetId, String role, int uvChannel, int picture) {

    private static final Map<String, String> ROLES = Map.ofEntries(Map.entry("base_color", "base_color"),
            Map.entry("albedo", "base_color"), Map.entry("normal", "normal"),
            Map.entry("metallic_roughness", "metallic_roughness"), Map.entry("metallic", "metallic_roughness"),
            Map.entry("roughness", "metallic_roughness"), Map.entry("occlusion", "occlusion"),
            Map.entry("ambient", "occlusion"), Map.entry("emissive", "emissive"), Map.entry("emission", "emissive"));

    /** @param word as models and providers say it; null or unknown: other */
    public static ModelTexture within(String word, int uvChannel, int picture) {
        return new ModelTexture(null, role(word), uvChannel, picture);
    }

    /** A file of its own that came along with the model. */
    static ModelTexture beside(String assetId, String word) {
        return new ModelTexture(assetId, role(word), 0, 0);
    }

    ModelTexture inItsModel() {
        return new ModelTexture(null, role, uvChannel, picture);
    }

    private static String role(String word) {
        return word == null ? "other" : ROLES.getOrDefault(word, "other");
    }
}
