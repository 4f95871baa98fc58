package dev.atelier.mesh.render;

import dev.atelier.mesh.surface.Point;
import dev.atelier.mesh.surface.Surface;
import dev.atelier.mesh.surface.Vectors;

/** Draws one placed shape: projects its vertices once, then walks over each triangle's pixels. */
final class Painter {

    private final Canvas canvas;
    private final Camera camera;
    private final float strength;
    private final Surface surface;
    private final float[] screen;
    private final Triangle triangle = new Triangle();
    private final Point point = new Point();
    private final float[] view = new float[3];
    private final float[] out = new float[3];

    Painter(Canvas canvas, Camera camera, float strength, Surface surface) {
        this.canvas = canvas;
        this.camera = camera;
        this.strength = strength;
        this.surface = surface;
        float[] p = surface.positions;
        screen = new float[p.length];
        for (int i = 0; i < p.length; i += 3) {
            camera.project(p[i], p[i + 1], p[i + 2], screen, i);
        }
    }

    int faces() {
        return surface.faceCount();
    }

    /** Nearness of the middle of a face, to draw what is see-through from behind to before. */
    float nearness(int face) {
        int[] t = surface.triangles;
        return screen[t[face * 3] * 3 + 2] + screen[t[face * 3 + 1] * 3 + 2] + screen[t[face * 3 + 2] * 3 + 2];
    }

    void face(int face) {
        int[] t = surface.triangles;
        if (!triangle.set(screen, t[face * 3] * 3, t[face * 3 + 1] * 3, t[face * 3 + 2] * 3, canvas.side)) {
            return;
        }
        surface.face(point, face, triangle.area);
        for (int y = triangle.top; y <= triangle.bottom; y++) {
            for (int x = triangle.left; x <= triangle.right; x++) {
                if (triangle.covers(x, y)) {
                    pixel(y * canvas.side + x);
                }
            }
        }
    }

    private void pixel(int at) {
        if (triangle.nearness <= canvas.nearness[at]) {
            return;
        }
        point.weigh(triangle.wa, triangle.wb, triangle.wc);
        surface.baseColor(point);
        boolean blend = "BLEND".equals(surface.material.alphaMode());
        if ("MASK".equals(surface.material.alphaMode()) && point.base[3] < surface.material.alphaCutoff()
                || blend && point.base[3] <= 0.004f) {
            return;
        }
        if (!blend) {
            canvas.nearness[at] = triangle.nearness;
        }
        float alpha = blend ? point.base[3] : 1;
        if (surface.material.unlit()) {
            canvas.put(at, point.base[0], point.base[1], point.base[2], alpha);
            return;
        }
        surface.metalAndRoughness(point);
        surface.occlusion(point);
        surface.emissive(point);
        directions();
        Shading.shade(point, view, strength, out);
        canvas.put(at, out[0], out[1], out[2], alpha);
    }

    private void directions() {
        float away = 0;
        for (int k = 0; k < 3; k++) {
            view[k] = (float) camera.eye[k] - surface.at(point, k);
            away += view[k] * point.flat[k];
        }
        Vectors.normalise(view);
        surface.normal(point);
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
