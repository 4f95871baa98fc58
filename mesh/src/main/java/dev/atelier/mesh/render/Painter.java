package dev.atelier.mesh.render;

import dev.atelier.mesh.scene.Material;
import dev.atelier.mesh.scene.Matrix;
import dev.atelier.mesh.scene.Placed;
import dev.atelier.mesh.scene.Shape;

/** Draws one placed shape: projects its vertices once, then walks over each triangle's pixels. */
final class Painter {

    private final Canvas canvas;
    private final Camera camera;
    private final float strength;
    private final Look look;
    private final Shape shape;
    private final float[] world;
    private final float[] normals;
    private final float[] screen;
    private final Triangle triangle = new Triangle();
    private final Shading.Point point = new Shading.Point();
    private final float[] rgba = new float[4];
    private final float[] out = new float[3];
    private final float[] levels = new float[5];

    Painter(Canvas canvas, Camera camera, float strength, Placed placed, Look look) {
        this.canvas = canvas;
        this.camera = camera;
        this.strength = strength;
        this.look = look;
        this.shape = placed.shape();
        float[] p = shape.positions();
        Matrix m = placed.world();
        world = new float[p.length];
        screen = new float[p.length];
        for (int i = 0; i < p.length; i += 3) {
            double x = m.x(p[i], p[i + 1], p[i + 2]);
            double y = m.y(p[i], p[i + 1], p[i + 2]);
            double z = m.z(p[i], p[i + 1], p[i + 2]);
            world[i] = (float) x;
            world[i + 1] = (float) y;
            world[i + 2] = (float) z;
            camera.project(x, y, z, screen, i);
        }
        normals = shape.normals() == null ? null : turned(shape.normals(), m.forNormals());
    }

    private static float[] turned(float[] normals, double[] n) {
        float[] turned = new float[normals.length];
        for (int i = 0; i < normals.length; i += 3) {
            double x = n[0] * normals[i] + n[3] * normals[i + 1] + n[6] * normals[i + 2];
            double y = n[1] * normals[i] + n[4] * normals[i + 1] + n[7] * normals[i + 2];
            double z = n[2] * normals[i] + n[5] * normals[i + 1] + n[8] * normals[i + 2];
            double length = Math.sqrt(x * x + y * y + z * z);
            turned[i] = (float) (x / length);
            turned[i + 1] = (float) (y / length);
            turned[i + 2] = (float) (z / length);
        }
        return turned;
    }

    int faces() {
        return shape.faceCount();
    }

    /** Nearness of the middle of a face, to draw what is see-through from behind to before. */
    float nearness(int face) {
        int[] t = shape.triangles();
        return screen[t[face * 3] * 3 + 2] + screen[t[face * 3 + 1] * 3 + 2] + screen[t[face * 3 + 2] * 3 + 2];
    }

    void face(int face) {
        int[] t = shape.triangles();
        int a = t[face * 3];
        int b = t[face * 3 + 1];
        int c = t[face * 3 + 2];
        if (!triangle.set(screen, a * 3, b * 3, c * 3, canvas.side)) {
            return;
        }
        triangle.flatNormal(world, a * 3, b * 3, c * 3);
        levels(a, b, c);
        for (int y = triangle.top; y <= triangle.bottom; y++) {
            for (int x = triangle.left; x <= triangle.right; x++) {
                if (triangle.covers(x, y)) {
                    pixel(y * canvas.side + x, a, b, c);
                }
            }
        }
    }

    private void levels(int a, int b, int c) {
        levels[0] = look.base == null ? 0 : look.base.texelsAPixel(a, b, c, triangle.area);
        levels[1] = look.metallicRoughness == null ? 0 : look.metallicRoughness.texelsAPixel(a, b, c, triangle.area);
        levels[2] = look.normal == null ? 0 : look.normal.texelsAPixel(a, b, c, triangle.area);
        levels[3] = look.occlusion == null ? 0 : look.occlusion.texelsAPixel(a, b, c, triangle.area);
        levels[4] = look.emissive == null ? 0 : look.emissive.texelsAPixel(a, b, c, triangle.area);
    }

    private void pixel(int at, int a, int b, int c) {
        if (triangle.nearness <= canvas.nearness[at]) {
            return;
        }
        baseColor(a, b, c);
        Material material = look.material;
        boolean blend = "BLEND".equals(material.alphaMode());
        if ("MASK".equals(material.alphaMode()) && point.base[3] < material.alphaCutoff()
                || blend && point.base[3] <= 0.004f) {
            return;
        }
        if (!blend) {
            canvas.nearness[at] = triangle.nearness;
        }
        float alpha = blend ? point.base[3] : 1;
        if (material.unlit()) {
            canvas.put(at, point.base[0], point.base[1], point.base[2], alpha);
            return;
        }
        surface(a, b, c);
        directions(a, b, c);
        Shading.shade(point, strength, out);
        canvas.put(at, out[0], out[1], out[2], alpha);
    }

    private void baseColor(int a, int b, int c) {
        System.arraycopy(look.material.baseColor(), 0, point.base, 0, 4);
        if (look.base != null) {
            look.base.sample(a, b, c, triangle.wa, triangle.wb, triangle.wc, levels[0], rgba);
            multiply();
        }
        float[] colors = shape.colors();
        if (colors != null) {
            for (int k = 0; k < 4; k++) {
                rgba[k] = colors[a * 4 + k] * triangle.wa + colors[b * 4 + k] * triangle.wb
                        + colors[c * 4 + k] * triangle.wc;
            }
            multiply();
        }
    }

    private void multiply() {
        for (int k = 0; k < 4; k++) {
            point.base[k] *= rgba[k];
        }
    }

    private void surface(int a, int b, int c) {
        Material material = look.material;
        point.metallic = material.metallic();
        point.roughness = material.roughness();
        point.occlusion = 1;
        System.arraycopy(material.emissive(), 0, point.emissive, 0, 3);
        if (look.metallicRoughness != null) {
            look.metallicRoughness.sample(a, b, c, triangle.wa, triangle.wb, triangle.wc, levels[1], rgba);
            point.roughness *= rgba[1];
            point.metallic *= rgba[2];
        }
        if (look.occlusion != null) {
            look.occlusion.sample(a, b, c, triangle.wa, triangle.wb, triangle.wc, levels[3], rgba);
            point.occlusion = 1 + look.occlusion.use().strength() * (rgba[0] - 1);
        }
        if (look.emissive != null) {
            look.emissive.sample(a, b, c, triangle.wa, triangle.wb, triangle.wc, levels[4], rgba);
            for (int k = 0; k < 3; k++) {
                point.emissive[k] *= rgba[k];
            }
        }
    }

    private void directions(int a, int b, int c) {
        float away = 0;
        for (int k = 0; k < 3; k++) {
            float at = world[a * 3 + k] * triangle.wa + world[b * 3 + k] * triangle.wb
                    + world[c * 3 + k] * triangle.wc;
            point.view[k] = (float) camera.eye[k] - at;
            point.normal[k] = normals == null
                    ? triangle.flat[k]
                    : normals[a * 3 + k] * triangle.wa + normals[b * 3 + k] * triangle.wb
                            + normals[c * 3 + k] * triangle.wc;
            away += point.view[k] * triangle.flat[k];
        }
        Vectors.normalise(point.view);
        if (!Vectors.normalise(point.normal)) {
            System.arraycopy(triangle.flat, 0, point.normal, 0, 3);
        }
        if (look.normal != null) {
            look.normal.sample(a, b, c, triangle.wa, triangle.wb, triangle.wc, levels[2], rgba);
            Bumps.bend(point.normal, rgba, look.normal, world, a, b, c);
        }
        if (away < 0) {
            turnOver();
        }
    }

    /** Seen from behind: the back is lit as if it were a front. */
    private void turnOver() {
        for (int k = 0; k < 3; k++) {
            point.normal[k] = -point.normal[k];
        }
    }
}
