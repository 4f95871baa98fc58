package dev.atelier.mesh.bake;

import java.util.Locale;

import dev.atelier.mesh.scene.Material;
import dev.atelier.mesh.scene.TextureUse;

/** What of a surface can be carried over to a picture. */
public enum MapKind {
    /** Colour and opacity. */
    BASE_COLOR,
    /** Which way the fine surface looks, in the frame of the coarse one. */
    NORMAL,
    /** Roughness in green, metal in blue. */
    METALLIC_ROUGHNESS,
    /** How much of the sky a point sees, in red. */
    AO,
    /** What it shines by itself. */
    EMISSIVE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What lies around what was baked, where nothing is. */
    int empty() {
        return switch (this) {
            case NORMAL -> 0xff8080ff;
            case AO -> 0xffffffff;
            default -> 0xff000000;
        };
    }

    /** The material with this picture in its place; what the picture says is not scaled by factors once more. */
    Material on(Material m, int picture, float[] glow) {
        TextureUse use = TextureUse.of(picture);
        boolean base = this == BASE_COLOR;
        boolean metal = this == METALLIC_ROUGHNESS;
        return new Material(m.name(), base ? new float[]{1, 1, 1, 1} : m.baseColor(), metal ? 1 : m.metallic(),
                metal ? 1 : m.roughness(), this == EMISSIVE ? glow : m.emissive(), m.alphaMode(), m.alphaCutoff(),
                m.doubleSided(), m.unlit(), base ? use : m.baseColorTexture(),
                metal ? use : m.metallicRoughnessTexture(), this == NORMAL ? use : m.normalTexture(),
                this == AO ? use : m.occlusionTexture(), this == EMISSIVE ? use : m.emissiveTexture());
    }
}
