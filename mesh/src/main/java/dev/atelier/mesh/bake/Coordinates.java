package dev.atelier.mesh.bake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

import dev.atelier.mesh.scene.Material;
import dev.atelier.mesh.scene.Shape;
import dev.atelier.mesh.scene.TextureUse;

/**
 * Where the corners of shapes lie in the picture. Some exporters write whole numbers that only the placement of the
 * texture brings into the picture; a bake needs them there.
 */
final class Coordinates {

    /** No picture is meant to be repeated more often. */
    private static final float FAR = 16;

    private Coordinates() {
    }

    /** @return the one placement that is to be worked into the coordinates of all these; null: they are right as they are */
    static TextureUse placement(Material material, Collection<Shape> shapes) {
        List<TextureUse> uses = material.textures().values().stream().filter(each -> each.uv() == 0).toList();
        if (uses.isEmpty() || !uses.stream().allMatch(each -> Arrays.equals(each.placement(),
                uses.get(0).placement()))) {
            return null;
        }
        TextureUse use = uses.get(0);
        boolean needed = shapes.stream().allMatch(each -> reach(each.uvs().get(0), null) > FAR
                && reach(each.uvs().get(0), use) <= FAR);
        return use.isPlaced() && needed ? use : null;
    }

    /** How far from the picture's corner they lie, in pictures. */
    private static float reach(float[] uvs, TextureUse use) {
        float most = 0;
        for (int i = 0; i < uvs.length; i += 2) {
            float u = use == null ? uvs[i] : use.u(uvs[i], uvs[i + 1]);
            float v = use == null ? uvs[i + 1] : use.v(uvs[i], uvs[i + 1]);
            most = Math.max(most, Math.max(Math.abs(u), Math.abs(v)));
        }
        return most;
    }

    static Shape placed(Shape shape, TextureUse use) {
        if (use == null) {
            return shape;
        }
        float[] from = shape.uvs().get(0);
        float[] to = new float[from.length];
        for (int i = 0; i < from.length; i += 2) {
            to[i] = use.u(from[i], from[i + 1]);
            to[i + 1] = use.v(from[i], from[i + 1]);
        }
        List<float[]> uvs = new ArrayList<>(shape.uvs());
        uvs.set(0, to);
        return new Shape(shape.name(), shape.topology(), shape.positions(), shape.normals(), shape.tangents(), uvs,
                shape.colors(), shape.triangles(), shape.elements(), shape.material(), shape.morphTargets());
    }

    /** The placement is in the coordinates now. */
    static Material placed(Material material, TextureUse placement) {
        return placement == null
                ? material
                : material.withTextures(use -> use.uv() != 0
                        ? use
                        : new TextureUse(use.picture(), 0, use.strength(), TextureUse.plain(), use.wrapS(),
                                use.wrapT()));
    }
}
