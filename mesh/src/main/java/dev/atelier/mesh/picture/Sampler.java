package dev.atelier.mesh.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.atelier.mesh.scene.TextureUse;

/** Looks up a picture between its texels, from smaller copies of it where it would flicker. */
public final class Sampler {

    private static final int CLAMP = 33071;
    private static final int MIRROR = 33648;

    private final List<Texels> levels = new ArrayList<>();
    private final boolean color;

    /** @param color whether the numbers are sRGB; data such as normals is not */
    public Sampler(Texels texels, boolean color) {
        this.color = color;
        Texels level = texels;
        levels.add(level);
        while (level.width() > 1 || level.height() > 1) {
            level = level.half();
            levels.add(level);
        }
    }

    public int width() {
        return levels.get(0).width();
    }

    public int height() {
        return levels.get(0).height();
    }

    /**
     * @param texelsAPixel how many texels of the full picture one pixel covers along a side
     * @param rgba where the four numbers go, linear
     */
    public void sample(TextureUse use, float u, float v, float texelsAPixel, float[] rgba) {
        int wanted = texelsAPixel <= 1 ? 0 : (int) (Math.log(texelsAPixel) / Math.log(2) + 0.5);
        Texels level = levels.get(Math.min(wanted, levels.size() - 1));
        float x = (use.isPlaced() ? use.u(u, v) : u) * level.width() - 0.5f;
        float y = (use.isPlaced() ? use.v(u, v) : v) * level.height() - 0.5f;
        int x0 = (int) Math.floor(x);
        int y0 = (int) Math.floor(y);
        float fx = x - x0;
        float fy = y - y0;
        int left = wrap(x0, level.width(), use.wrapS());
        int right = wrap(x0 + 1, level.width(), use.wrapS());
        int top = wrap(y0, level.height(), use.wrapT()) * level.width();
        int bottom = wrap(y0 + 1, level.height(), use.wrapT()) * level.width();
        int[] texels = level.argb();
        Arrays.fill(rgba, 0, 4, 0);
        add(texels[top + left], (1 - fx) * (1 - fy), rgba);
        add(texels[top + right], fx * (1 - fy), rgba);
        add(texels[bottom + left], (1 - fx) * fy, rgba);
        add(texels[bottom + right], fx * fy, rgba);
    }

    private void add(int argb, float weight, float[] rgba) {
        if (color) {
            rgba[0] += weight * Srgb.linear(argb >> 16);
            rgba[1] += weight * Srgb.linear(argb >> 8);
            rgba[2] += weight * Srgb.linear(argb);
        } else {
            rgba[0] += weight * (argb >> 16 & 255) / 255f;
            rgba[1] += weight * (argb >> 8 & 255) / 255f;
            rgba[2] += weight * (argb & 255) / 255f;
        }
        rgba[3] += weight * (argb >>> 24) / 255f;
    }

    private static int wrap(int at, int size, int how) {
        return switch (how) {
            case CLAMP -> Math.clamp(at, 0, size - 1);
            case MIRROR -> {
                int within = Math.floorMod(at, size * 2);
                yield within < size ? within : size * 2 - 1 - within;
            }
            default -> Math.floorMod(at, size);
        };
    }
}
