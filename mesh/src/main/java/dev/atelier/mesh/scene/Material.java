package dev.atelier.mesh.scene;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A metallic-roughness material; colours are linear, textures may be null.
 *
 * @param baseColor r g b a
 * @param emissive r g b
 * @param alphaMode OPAQUE, MASK or BLEND
 */
public record Material(String name, float[] baseColor, float metallic, float roughness, float[] emissive,
        String alphaMode, float alphaCutoff, boolean doubleSided, boolean unlit, TextureUse baseColorTexture,
        TextureUse metallicRoughnessTexture, TextureUse normalTexture, TextureUse occlusionTexture,
        TextureUse emissiveTexture) {

    /** What glTF says of a primitive without a material. */
    public static final Material DEFAULT = plain("default", new float[]{1, 1, 1, 1}, 1, 1);

    public static Material plain(String name, float[] baseColor, float metallic, float roughness) {
        return new Material(name, baseColor, metallic, roughness, new float[3], "OPAQUE", 0.5f, false, false, null,
                null, null, null, null);
    }

    public Material withBaseColor(TextureUse texture) {
        return new Material(name, baseColor, metallic, roughness, emissive, alphaMode, alphaCutoff, doubleSided, unlit,
                texture, metallicRoughnessTexture, normalTexture, occlusionTexture, emissiveTexture);
    }

    /** Each texture that it looks at, looked at otherwise. */
    public Material withTextures(UnaryOperator<TextureUse> other) {
        return new Material(name, baseColor, metallic, roughness, emissive, alphaMode, alphaCutoff, doubleSided, unlit,
                or(baseColorTexture, other), or(metallicRoughnessTexture, other), or(normalTexture, other),
                or(occlusionTexture, other), or(emissiveTexture, other));
    }

    private static TextureUse or(TextureUse use, UnaryOperator<TextureUse> other) {
        return use == null ? null : other.apply(use);
    }

    /** The textures it looks at, by role. */
    public Map<String, TextureUse> textures() {
        Map<String, TextureUse> byRole = new LinkedHashMap<>();
        byRole.put("base_color", baseColorTexture);
        byRole.put("metallic_roughness", metallicRoughnessTexture);
        byRole.put("normal", normalTexture);
        byRole.put("occlusion", occlusionTexture);
        byRole.put("emissive", emissiveTexture);
        byRole.values().removeIf(each -> each == null);
        return byRole;
    }
}
