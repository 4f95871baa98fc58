package dev.atelier.mesh.render;

import java.awt.image.BufferedImage;
import java.util.Arrays;

import dev.atelier.mesh.picture.Srgb;

/** Light and depth for each sample; two samples a pixel each way become one pixel at the end. */
final class Canvas {

    static final int SAMPLES = 2;

    final int side;
    final float[] nearness;
    private final float[] light;

    Canvas(int pixels) {
        side = pixels * SAMPLES;
        nearness = new float[side * side];
        light = new float[side * side * 4];
    }

    void clear() {
        Arrays.fill(nearness, 0);
        Arrays.fill(light, 0);
    }

    /** Lays a colour over what is there. */
    void put(int at, float r, float g, float b, float alpha) {
        float rest = 1 - alpha;
        light[at * 4] = light[at * 4] * rest + r * alpha;
        light[at * 4 + 1] = light[at * 4 + 1] * rest + g * alpha;
        light[at * 4 + 2] = light[at * 4 + 2] * rest + b * alpha;
        light[at * 4 + 3] = light[at * 4 + 3] * rest + alpha;
    }

    BufferedImage image(int[] background) {
        int pixels = side / SAMPLES;
        boolean clear = background[3] < 255;
        BufferedImage image = new BufferedImage(pixels, pixels,
                clear ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        float[] sum = new float[4];
        for (int y = 0; y < pixels; y++) {
            for (int x = 0; x < pixels; x++) {
                sum(x, y, sum);
                image.setRGB(x, y, pixel(sum, background));
            }
        }
        return image;
    }

    private void sum(int x, int y, float[] sum) {
        Arrays.fill(sum, 0);
        for (int dy = 0; dy < SAMPLES; dy++) {
            for (int dx = 0; dx < SAMPLES; dx++) {
                int at = ((y * SAMPLES + dy) * side + x * SAMPLES + dx) * 4;
                for (int k = 0; k < 4; k++) {
                    sum[k] += light[at + k] / (SAMPLES * SAMPLES);
                }
            }
        }
    }

    private static int pixel(float[] sum, int[] background) {
        float behind = (1 - sum[3]) * background[3] / 255f;
        float alpha = sum[3] + behind;
        if (alpha <= 0) {
            return 0;
        }
        int pixel = Math.round(alpha * 255) << 24;
        for (int k = 0; k < 3; k++) {
            float mixed = (sum[k] + behind * Srgb.linear(background[k])) / alpha;
            pixel |= Srgb.encoded(mixed) << 16 - 8 * k;
        }
        return pixel;
    }
}
