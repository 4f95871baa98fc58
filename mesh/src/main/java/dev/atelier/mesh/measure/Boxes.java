package dev.atelier.mesh.measure;

import java.util.Arrays;
import java.util.List;

import dev.atelier.mesh.scene.Matrix;
import dev.atelier.mesh.scene.Placed;

/** The box around everything shown, after the transforms: the file's own min and max are wrong under a rotation. */
public final class Boxes {

    private Boxes() {
    }

    /** Null when nothing is shown. */
    public static Metrics.Box of(List<Placed> all) {
        double[] min = new double[3];
        double[] max = new double[3];
        Arrays.fill(min, Double.POSITIVE_INFINITY);
        Arrays.fill(max, Double.NEGATIVE_INFINITY);
        for (Placed each : all) {
            float[] p = each.shape().positions();
            Matrix world = each.world();
            for (int i = 0; i < p.length; i += 3) {
                widen(min, max, 0, world.x(p[i], p[i + 1], p[i + 2]));
                widen(min, max, 1, world.y(p[i], p[i + 1], p[i + 2]));
                widen(min, max, 2, world.z(p[i], p[i + 1], p[i + 2]));
            }
        }
        return min[0] > max[0] ? null : new Metrics.Box(min, max);
    }

    private static void widen(double[] min, double[] max, int axis, double value) {
        min[axis] = Math.min(min[axis], value);
        max[axis] = Math.max(max[axis], value);
    }
}
