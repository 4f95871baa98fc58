package dev.atelier.mesh.measure;

import java.util.List;

import dev.atelier.mesh.scene.Placed;

/** How much of the first set of coordinates lies outside the picture: it tiles, or it is wrong. */
final class UvRange {

    private static final float SLACK = 1e-4f;

    private UvRange() {
    }

    /** Percent of the vertices that have coordinates; null when none has. */
    static Double outside(List<Placed> all) {
        long outside = 0;
        long count = 0;
        for (Placed each : all) {
            float[] uv = each.shape().hasUv(0) ? each.shape().uvs().get(0) : new float[0];
            for (int i = 0; i < uv.length; i += 2) {
                count++;
                outside += inside(uv[i]) && inside(uv[i + 1]) ? 0 : 1;
            }
        }
        return count == 0 ? null : 100.0 * outside / count;
    }

    private static boolean inside(float value) {
        return value >= -SLACK && value <= 1 + SLACK;
    }
}
