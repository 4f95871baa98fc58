package dev.atelier.mesh.measure;

import java.util.List;

import dev.atelier.mesh.scene.Matrix;
import dev.atelier.mesh.scene.Placed;

/**
 * The surface after welding: vertices that lie in one cell of a grid (a 100,000th of the box's diagonal) are one.
 * Exporters split vertices at seams, so without welding nearly everything would leak.
 */
final class Surface {

    private static final double TOLERANCE = 1e-5;

    private final EdgeTable edges;
    private final Welding welding;
    private final Unions unions;
    private long degenerate;
    private double area;
    private double volume;

    Surface(List<Placed> all, Metrics.Box box) {
        int vertices = Math.toIntExact(all.stream().mapToLong(each -> each.shape().vertexCount()).sum());
        int faces = Math.toIntExact(all.stream().mapToLong(each -> each.shape().faceCount()).sum());
        welding = new Welding(box, box.diagonal() * TOLERANCE, vertices);
        edges = new EdgeTable(faces);
        unions = new Unions(vertices);
        all.forEach(this::add);
    }

    private void add(Placed placed) {
        float[] local = placed.shape().positions();
        double[] p = new double[local.length];
        int[] welded = new int[local.length / 3];
        Matrix world = placed.world();
        for (int v = 0; v < welded.length; v++) {
            int i = v * 3;
            p[i] = world.x(local[i], local[i + 1], local[i + 2]);
            p[i + 1] = world.y(local[i], local[i + 1], local[i + 2]);
            p[i + 2] = world.z(local[i], local[i + 1], local[i + 2]);
        }
        int[] triangles = placed.shape().triangles();
        java.util.Arrays.fill(welded, -1);
        boolean mirrored = world.determinant() < 0;
        for (int t = 0; t < triangles.length; t += 3) {
            int a = triangles[t];
            int b = triangles[mirrored ? t + 2 : t + 1];
            int c = triangles[mirrored ? t + 1 : t + 2];
            face(p, a * 3, b * 3, c * 3);
            join(weld(welded, p, a), weld(welded, p, b), weld(welded, p, c));
        }
    }

    private int weld(int[] welded, double[] p, int vertex) {
        if (welded[vertex] < 0) {
            welded[vertex] = welding.weld(p[vertex * 3], p[vertex * 3 + 1], p[vertex * 3 + 2]);
        }
        return welded[vertex];
    }

    private void join(int a, int b, int c) {
        if (a == b || b == c || c == a) {
            degenerate++;
            return;
        }
        edges.add(a, b);
        edges.add(b, c);
        edges.add(c, a);
        unions.join(a, b);
        unions.join(b, c);
    }

    private void face(double[] p, int a, int b, int c) {
        double ux = p[b] - p[a];
        double uy = p[b + 1] - p[a + 1];
        double uz = p[b + 2] - p[a + 2];
        double vx = p[c] - p[a];
        double vy = p[c + 1] - p[a + 1];
        double vz = p[c + 2] - p[a + 2];
        double nx = uy * vz - uz * vy;
        double ny = uz * vx - ux * vz;
        double nz = ux * vy - uy * vx;
        area += Math.sqrt(nx * nx + ny * ny + nz * nz) / 2;
        volume += (p[a] * nx + p[a + 1] * ny + p[a + 2] * nz) / 6;
    }

    boolean watertight() {
        return edges.count() > 0 && edges.boundary() == 0 && edges.nonManifold() == 0 && edges.inconsistent() == 0;
    }

    Metrics.Edges edges() {
        return new Metrics.Edges(welding.count(), edges.boundary(), edges.nonManifold(), edges.inconsistent(),
                degenerate, unions.groups());
    }

    double area() {
        return area;
    }

    double volume() {
        return volume;
    }
}
