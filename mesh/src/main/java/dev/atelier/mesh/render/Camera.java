package dev.atelier.mesh.render;

import java.util.List;

import dev.atelier.mesh.measure.Boxes;
import dev.atelier.mesh.measure.Metrics;
import dev.atelier.mesh.scene.Matrix;
import dev.atelier.mesh.scene.Placed;

/**
 * Stands so that the ball around the model fills the picture: the same model has the same size from every side, and
 * every model fills its picture alike.
 */
final class Camera {

    private static final double HALF_ANGLE = Math.toRadians(15);
    private static final double MARGIN = 1.04;

    final double[] eye = new double[3];
    private final double[] right;
    private final double[] up;
    private final double[] forward;
    private final double scale;
    private final double half;

    Camera(double[] center, double radius, View view, int pixels) {
        double around = Math.toRadians(view.azimuth());
        double above = Math.toRadians(view.elevation());
        double[] towards = {Math.cos(above) * Math.sin(around), Math.sin(above), Math.cos(above) * Math.cos(around)};
        double distance = radius * MARGIN / Math.sin(HALF_ANGLE);
        for (int i = 0; i < 3; i++) {
            eye[i] = center[i] + towards[i] * distance;
        }
        forward = new double[]{-towards[0], -towards[1], -towards[2]};
        right = new double[]{Math.cos(around), 0, -Math.sin(around)};
        up = cross(right, forward);
        half = pixels / 2.0;
        scale = half / Math.tan(HALF_ANGLE);
    }

    private static double[] cross(double[] a, double[] b) {
        return new double[]{a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    }

    static double[] center(List<Placed> all) {
        Metrics.Box box = Boxes.of(all);
        return box == null ? new double[3] : box.center();
    }

    static double radius(List<Placed> all, double[] center) {
        double most = 0;
        for (Placed each : all) {
            float[] p = each.shape().positions();
            Matrix m = each.world();
            for (int i = 0; i < p.length; i += 3) {
                double x = m.x(p[i], p[i + 1], p[i + 2]) - center[0];
                double y = m.y(p[i], p[i + 1], p[i + 2]) - center[1];
                double z = m.z(p[i], p[i + 1], p[i + 2]) - center[2];
                most = Math.max(most, x * x + y * y + z * z);
            }
        }
        return most == 0 ? 1 : Math.sqrt(most);
    }

    /** @param to x and y in pixels from the top left, then one over the distance */
    void project(double x, double y, double z, float[] to, int at) {
        double dx = x - eye[0];
        double dy = y - eye[1];
        double dz = z - eye[2];
        double away = dx * forward[0] + dy * forward[1] + dz * forward[2];
        to[at] = (float) (half + scale * (dx * right[0] + dy * right[1] + dz * right[2]) / away);
        to[at + 1] = (float) (half - scale * (dx * up[0] + dy * up[1] + dz * up[2]) / away);
        to[at + 2] = (float) (1 / away);
    }
}
