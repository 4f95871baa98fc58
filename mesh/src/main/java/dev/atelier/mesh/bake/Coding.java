package dev.atelier.mesh.bake;

import dev.atelier.mesh.picture.Srgb;
import dev.atelier.mesh.surface.Point;
import dev.atelier.mesh.surface.Surface;

/** What a surface is at a point, as glTF writes it into pictures. @param glow what white stands for where it shines */
record Coding(float[] glow) {

    int of(MapKind kind, Surface surface, Point point) {
        return switch (kind) {
            case BASE_COLOR -> {
                surface.baseColor(point);
                yield byteOf(point.base[3]) << 24 | Srgb.encoded(point.base[0]) << 16 | Srgb.encoded(point.base[1]) << 8
                        | Srgb.encoded(point.base[2]);
            }
            case METALLIC_ROUGHNESS -> {
                surface.metalAndRoughness(point);
                yield 0xff000000 | byteOf(point.roughness) << 8 | byteOf(point.metallic);
            }
            case EMISSIVE -> {
                surface.emissive(point);
                yield 0xff000000 | glowing(point, 0) << 16 | glowing(point, 1) << 8 | glowing(point, 2);
            }
            case NORMAL, AO -> throw new IllegalArgumentException(kind + " is not told by the material alone");
        };
    }

    private int glowing(Point point, int color) {
        return glow[color] == 0 ? 0 : Srgb.encoded(point.emissive[color] / glow[color]);
    }

    static int byteOf(float part) {
        return Math.round(Math.clamp(part, 0f, 1f) * 255);
    }
}
