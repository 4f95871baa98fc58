package dev.atelier.mesh.render;

import dev.atelier.mesh.surface.Point;

/**
 * Light on a metallic-roughness surface: a key light, a fill light, and a sky over a ground that metals mirror.
 * Cook-Torrance with GGX; the sky is a gradient, blurred by roughness.
 */
final class Shading {

    private static final float[] KEY = unit(0.45f, 0.75f, 0.55f);
    private static final float[] FILL = unit(-0.7f, 0.25f, 0.4f);
    private static final float[] KEY_COLOR = {2.1f, 2.05f, 1.95f};
    private static final float[] FILL_COLOR = {0.55f, 0.6f, 0.7f};
    private static final float[] SKY = {0.95f, 1.0f, 1.08f};
    private static final float[] GROUND = {0.36f, 0.34f, 0.32f};

    private Shading() {
    }

    private static float[] unit(float x, float y, float z) {
        float length = (float) Math.sqrt(x * x + y * y + z * z);
        return new float[]{x / length, y / length, z / length};
    }

    /** @param view towards the eye, of length one @param out r g b, tone-mapped, linear */
    static void shade(Point p, float[] view, float strength, float[] out) {
        float nv = Math.max(1e-3f, dot(p.normal, view));
        float rough = Math.max(0.06f, p.roughness);
        for (int k = 0; k < 3; k++) {
            float f0 = 0.04f + (p.base[k] - 0.04f) * p.metallic;
            float diffuse = p.base[k] * (1 - p.metallic);
            float lit = direct(p, view, KEY, KEY_COLOR[k], nv, rough, f0, diffuse)
                    + direct(p, view, FILL, FILL_COLOR[k], nv, rough, f0, diffuse);
            out[k] = strength * (lit + ambient(p, view, nv, rough, f0, diffuse, k)) + p.emissive[k];
        }
        for (int k = 0; k < 3; k++) {
            out[k] = filmic(out[k]);
        }
    }

    private static float direct(Point p, float[] view, float[] light, float color, float nv, float rough, float f0,
            float diffuse) {
        float nl = dot(p.normal, light);
        if (nl <= 0) {
            return 0;
        }
        float hx = light[0] + view[0];
        float hy = light[1] + view[1];
        float hz = light[2] + view[2];
        float length = (float) Math.sqrt(hx * hx + hy * hy + hz * hz);
        float nh = Math.max(0, (p.normal[0] * hx + p.normal[1] * hy + p.normal[2] * hz) / length);
        float vh = Math.max(0, (view[0] * hx + view[1] * hy + view[2] * hz) / length);
        float a2 = rough * rough * rough * rough;
        float d = nh * nh * (a2 - 1) + 1;
        float spread = a2 / ((float) Math.PI * d * d);
        float k = (rough + 1) * (rough + 1) / 8;
        float shadowing = 1 / (4 * (nv * (1 - k) + k) * (nl * (1 - k) + k));
        float fresnel = f0 + (1 - f0) * fifth(1 - vh);
        return color * nl * (diffuse * (1 - fresnel) / (float) Math.PI + Math.min(8, spread * shadowing * fresnel));
    }

    private static float ambient(Point p, float[] view, float nv, float rough, float f0, float diffuse, int k) {
        float mirrored = 2 * nv * p.normal[1] - view[1];
        float around = gradient(p.normal[1], 1, k);
        float reflected = gradient(mirrored, rough, k);
        float fresnel = f0 + (Math.max(1 - rough, f0) - f0) * fifth(1 - nv);
        return p.occlusion * (0.62f * diffuse * around + 0.85f * fresnel * reflected);
    }

    /** Bright above, dark below; the edge between is as soft as the surface is rough. */
    private static float gradient(float up, float rough, int k) {
        float soft = 0.18f + 0.82f * rough;
        float t = Math.clamp(0.5f + up / (2 * soft), 0, 1);
        float smooth = t * t * (3 - 2 * t);
        return GROUND[k] + (SKY[k] - GROUND[k]) * smooth;
    }

    private static float fifth(float x) {
        float square = x * x;
        return square * square * x;
    }

    private static float dot(float[] a, float[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    /** Narkowicz' fit of the ACES curve. */
    private static float filmic(float x) {
        float exposed = x * 0.8f;
        return Math.clamp(exposed * (2.51f * exposed + 0.03f) / (exposed * (2.43f * exposed + 0.59f) + 0.14f), 0f, 1f);
    }
}
