package dev.atelier.mesh.bake;

/** How much of the sky a point sees: rays all around its normal, more of them straight up. For one thread. */
final class Rays {

    private static final int DEEPEST = 128;
    private static final double GOLDEN = 0.6180339887498949;

    private final Tree tree;
    private final int samples;
    private final float longest;
    private final float off;
    private final int[] nodes = new int[DEEPEST];
    private final float[] tangent = new float[3];
    private final float[] across = new float[3];

    /** @param longest what is farther away shades nothing @param off so far from the surface a ray begins */
    Rays(Tree tree, int samples, float longest, float off) {
        this.tree = tree;
        this.samples = samples;
        this.longest = longest;
        this.off = off;
    }

    /** @param turn any number: neighbours with different ones see through different gaps @return 1: sees it all */
    float open(float x, float y, float z, float[] n, int turn) {
        frame(n);
        float ox = x + n[0] * off;
        float oy = y + n[1] * off;
        float oz = z + n[2] * off;
        double begin = (turn * 0x9E3779B9 >>> 8) / (double) (1 << 24);
        int free = 0;
        for (int i = 0; i < samples; i++) {
            double around = 2 * Math.PI * ((begin + i * GOLDEN) % 1);
            double out = Math.sqrt((i + 0.5) / samples);
            float up = (float) Math.sqrt(1 - out * out);
            float a = (float) (out * Math.cos(around));
            float b = (float) (out * Math.sin(around));
            free += meets(ox, oy, oz, tangent[0] * a + across[0] * b + n[0] * up,
                    tangent[1] * a + across[1] * b + n[1] * up, tangent[2] * a + across[2] * b + n[2] * up) ? 0 : 1;
        }
        return (float) free / samples;
    }

    private void frame(float[] n) {
        float sign = n[2] < 0 ? -1 : 1;
        float a = -1 / (sign + n[2]);
        float b = n[0] * n[1] * a;
        tangent[0] = 1 + sign * n[0] * n[0] * a;
        tangent[1] = sign * b;
        tangent[2] = -sign * n[0];
        across[0] = b;
        across[1] = sign + n[1] * n[1] * a;
        across[2] = -n[1];
    }

    private boolean meets(float x, float y, float z, float dx, float dy, float dz) {
        float ix = 1 / dx;
        float iy = 1 / dy;
        float iz = 1 / dz;
        int top = 0;
        nodes[0] = 0;
        while (top >= 0) {
            int node = nodes[top--];
            if (!passes(node, x, y, z, ix, iy, iz)) {
                continue;
            }
            if (tree.count[node] == 0) {
                if (top + 2 < DEEPEST) {
                    nodes[++top] = tree.first[node];
                    nodes[++top] = tree.first[node] + 1;
                }
                continue;
            }
            for (int i = tree.first[node]; i < tree.first[node] + tree.count[node]; i++) {
                if (hits(i * 9, x, y, z, dx, dy, dz)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean passes(int node, float x, float y, float z, float ix, float iy, float iz) {
        float[] boxes = tree.boxes;
        int at = node * 6;
        float x1 = (boxes[at] - x) * ix;
        float x2 = (boxes[at + 3] - x) * ix;
        float y1 = (boxes[at + 1] - y) * iy;
        float y2 = (boxes[at + 4] - y) * iy;
        float z1 = (boxes[at + 2] - z) * iz;
        float z2 = (boxes[at + 5] - z) * iz;
        float in = Math.max(0, Math.max(Math.min(x1, x2), Math.max(Math.min(y1, y2), Math.min(z1, z2))));
        float out = Math.min(longest, Math.min(Math.max(x1, x2), Math.min(Math.max(y1, y2), Math.max(z1, z2))));
        // Not the other way round: a ray within a box's side makes numbers that are none, and must not be lost.
        return !(in > out);
    }

    /** Möller and Trumbore. */
    private boolean hits(int at, float x, float y, float z, float dx, float dy, float dz) {
        float[] t = tree.corners;
        float ux = t[at + 3] - t[at];
        float uy = t[at + 4] - t[at + 1];
        float uz = t[at + 5] - t[at + 2];
        float vx = t[at + 6] - t[at];
        float vy = t[at + 7] - t[at + 1];
        float vz = t[at + 8] - t[at + 2];
        float px = dy * vz - dz * vy;
        float py = dz * vx - dx * vz;
        float pz = dx * vy - dy * vx;
        float volume = ux * px + uy * py + uz * pz;
        if (volume == 0) {
            return false;
        }
        float sx = x - t[at];
        float sy = y - t[at + 1];
        float sz = z - t[at + 2];
        float b = (sx * px + sy * py + sz * pz) / volume;
        if (!(b >= 0 && b <= 1)) {
            return false;
        }
        float qx = sy * uz - sz * uy;
        float qy = sz * ux - sx * uz;
        float qz = sx * uy - sy * ux;
        float c = (dx * qx + dy * qy + dz * qz) / volume;
        float away = (vx * qx + vy * qy + vz * qz) / volume;
        return c >= 0 && b + c <= 1 && away > 0 && away < longest;
    }
}
