package dev.atelier.mesh.bake;

import java.util.List;

import dev.atelier.mesh.scene.Shape;

/** Which triangle lies on each texel of a picture. Coordinates outside of it come in again on the other side. */
final class Layout {

    /** A shape whose coordinates repeat the picture more often than so is not walked to the end. */
    private static final long MOST_VISITS_A_TEXEL = 64;

    private static final int LOOKS = 4096;

    final int size;
    /** One more than the triangle, counted through all shapes; 0: none. */
    final int[] owners;
    /** How much the second and the third corner of the owner count there. */
    final float[] second;
    final float[] third;
    /** One more than the fine triangle that was met, in the tree's order, for some texels all over the picture. */
    final int[] met;
    long covered;
    long twice;
    private long visits;

    Layout(int size, List<Shape> shapes) {
        this.size = size;
        owners = new int[size * size];
        second = new float[owners.length];
        third = new float[owners.length];
        met = new int[Math.min(owners.length, LOOKS)];
        int before = 0;
        for (Shape shape : shapes) {
            for (int face = 0; face < shape.faceCount(); face++) {
                draw(shape, face, before + face + 1);
            }
            before += shape.faceCount();
        }
    }

    private void draw(Shape shape, int face, int owner) {
        float[] uv = shape.uvs().get(0);
        int a = shape.triangles()[face * 3] * 2;
        int b = shape.triangles()[face * 3 + 1] * 2;
        int c = shape.triangles()[face * 3 + 2] * 2;
        double offsetU = Math.floor((uv[a] + uv[b] + uv[c]) / 3);
        double offsetV = Math.floor((uv[a + 1] + uv[b + 1] + uv[c + 1]) / 3);
        double ax = (uv[a] - offsetU) * size - 0.5;
        double ay = (uv[a + 1] - offsetV) * size - 0.5;
        double bx = (uv[b] - offsetU) * size - 0.5;
        double by = (uv[b + 1] - offsetV) * size - 0.5;
        double cx = (uv[c] - offsetU) * size - 0.5;
        double cy = (uv[c + 1] - offsetV) * size - 0.5;
        double area = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay);
        long left = (long) Math.ceil(Math.min(ax, Math.min(bx, cx)));
        long right = (long) Math.floor(Math.max(ax, Math.max(bx, cx)));
        long top = (long) Math.ceil(Math.min(ay, Math.min(by, cy)));
        long bottom = (long) Math.floor(Math.max(ay, Math.max(by, cy)));
        visits += Math.max(0, right - left + 1) * Math.max(0, bottom - top + 1);
        if (!(Math.abs(area) > 1e-12) || visits > MOST_VISITS_A_TEXEL * size * size) {
            return;
        }
        for (long y = top; y <= bottom; y++) {
            for (long x = left; x <= right; x++) {
                double wb = ((x - ax) * (cy - ay) - (cx - ax) * (y - ay)) / area;
                double wc = ((bx - ax) * (y - ay) - (x - ax) * (by - ay)) / area;
                if (wb >= 0 && wc >= 0 && wb + wc <= 1) {
                    own((int) Math.floorMod(y, (long) size) * size + (int) Math.floorMod(x, (long) size), owner,
                            (float) wb, (float) wc);
                }
            }
        }
    }

    private void own(int texel, int owner, float wb, float wc) {
        if (owners[texel] == 0) {
            covered++;
            owners[texel] = owner;
            second[texel] = wb;
            third[texel] = wc;
        } else {
            twice++;
        }
    }

    void met(int texel, int leaf) {
        int step = owners.length / met.length;
        if (texel % step == 0 && texel / step < met.length) {
            met[texel / step] = leaf + 1;
        }
    }

    boolean[] filled() {
        boolean[] filled = new boolean[owners.length];
        for (int i = 0; i < filled.length; i++) {
            filled[i] = owners[i] > 0;
        }
        return filled;
    }
}
