package dev.atelier.mesh.surface;

import java.util.function.Function;

import dev.atelier.mesh.picture.Sampler;
import dev.atelier.mesh.scene.Material;
import dev.atelier.mesh.scene.Shape;
import dev.atelier.mesh.scene.TextureUse;

/** A material with its pictures opened, for one shape: pictures whose coordinates the shape lacks are left out. */
public final class Look {

    public final Material material;
    final Map base;
    final Map metallicRoughness;
    final Map normal;
    final Map occlusion;
    final Map emissive;

    /** @param colors opens a picture of colours, by its index @param data one of data */
    public Look(Material material, Shape shape, Function<Integer, Sampler> colors, Function<Integer, Sampler> data) {
        this.material = material;
        base = map(material.baseColorTexture(), shape, colors);
        metallicRoughness = map(material.metallicRoughnessTexture(), shape, data);
        normal = map(material.normalTexture(), shape, data);
        occlusion = map(material.occlusionTexture(), shape, data);
        emissive = map(material.emissiveTexture(), shape, colors);
    }

    private static Map map(TextureUse use, Shape shape, Function<Integer, Sampler> open) {
        if (use == null || !shape.hasUv(use.uv())) {
            return null;
        }
        return new Map(use, shape.uvs().get(use.uv()), open.apply(use.picture()));
    }

    /** @param uvs of the shape, the set that this picture uses */
    record Map(TextureUse use, float[] uvs, Sampler sampler) {

        /** How much picture lies on a triangle for each pixel of it, along a side. */
        float texelsAPixel(int a, int b, int c, float pixelArea) {
            float du1 = uvs[b * 2] - uvs[a * 2];
            float dv1 = uvs[b * 2 + 1] - uvs[a * 2 + 1];
            float du2 = uvs[c * 2] - uvs[a * 2];
            float dv2 = uvs[c * 2 + 1] - uvs[a * 2 + 1];
            double texels = Math.abs(du1 * dv2 - du2 * dv1) * (double) sampler.width() * sampler.height()
                    * Math.abs(use.placement()[3] * use.placement()[4]);
            return (float) Math.sqrt(texels / Math.max(1e-6, pixelArea));
        }

        /** The four numbers go to the point. */
        void sample(Point p, float texelsAPixel) {
            float u = uvs[p.a * 2] * p.wa + uvs[p.b * 2] * p.wb + uvs[p.c * 2] * p.wc;
            float v = uvs[p.a * 2 + 1] * p.wa + uvs[p.b * 2 + 1] * p.wb + uvs[p.c * 2 + 1] * p.wc;
            sampler.sample(use, u, v, texelsAPixel, p.rgba);
        }
    }
}
