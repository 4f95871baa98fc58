package dev.atelier.mesh.bake;

import java.util.Arrays;

/** Carries what lies at the rim of an island on around it, so that a picture looked at smoothly shows no seam. */
final class Spreading {

    private Spreading() {
    }

    /**
     * @param filled which texels are baked; those carried to are added
     * @param rounds texels to go on for
     */
    static void spread(int[] argb, boolean[] filled, int size, int rounds, int empty) {
        int[] rim = rim(filled, size);
        for (int round = 0; round < rounds && rim.length > 0; round++) {
            int[] colors = new int[rim.length];
            for (int i = 0; i < rim.length; i++) {
                colors[i] = mean(argb, filled, size, rim[i]);
            }
            for (int i = 0; i < rim.length; i++) {
                argb[rim[i]] = colors[i];
                filled[rim[i]] = true;
            }
            rim = around(rim, filled, size);
        }
        for (int i = 0; i < argb.length; i++) {
            argb[i] = filled[i] ? argb[i] : empty;
        }
    }

    private static int[] rim(boolean[] filled, int size) {
        int[] all = new int[filled.length];
        int count = 0;
        for (int i = 0; i < filled.length; i++) {
            if (!filled[i] && touches(filled, size, i)) {
                all[count++] = i;
            }
        }
        return Arrays.copyOf(all, count);
    }

    private static int[] around(int[] rim, boolean[] filled, int size) {
        int[] next = new int[rim.length * 4];
        int count = 0;
        for (int each : rim) {
            for (int side = 0; side < 4; side++) {
                int beside = beside(each, size, side);
                if (beside >= 0 && !filled[beside]) {
                    next[count++] = beside;
                }
            }
        }
        return Arrays.stream(next, 0, count).sorted().distinct().toArray();
    }

    private static boolean touches(boolean[] filled, int size, int texel) {
        for (int side = 0; side < 4; side++) {
            int beside = beside(texel, size, side);
            if (beside >= 0 && filled[beside]) {
                return true;
            }
        }
        return false;
    }

    /** -1: outside. */
    private static int beside(int texel, int size, int side) {
        int x = texel % size + (side == 0 ? 1 : side == 1 ? -1 : 0);
        int y = texel / size + (side == 2 ? 1 : side == 3 ? -1 : 0);
        return x < 0 || y < 0 || x >= size || y >= size ? -1 : y * size + x;
    }

    private static int mean(int[] argb, boolean[] filled, int size, int texel) {
        int alpha = 0;
        int red = 0;
        int green = 0;
        int blue = 0;
        int count = 0;
        for (int side = 0; side < 4; side++) {
            int beside = beside(texel, size, side);
            if (beside >= 0 && filled[beside]) {
                alpha += argb[beside] >>> 24;
                red += argb[beside] >> 16 & 255;
                green += argb[beside] >> 8 & 255;
                blue += argb[beside] & 255;
                count++;
            }
        }
        return alpha / count << 24 | red / count << 16 | green / count << 8 | blue / count;
    }
}
