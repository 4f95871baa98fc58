package dev.atelier.mesh.scene;

import java.util.List;

/** A placed shape moved to the world, for formats that know no nodes; faces of a mirrored one are turned back. */
public record InWorld(float[] positions, float[] normals, int[] triangles) {

    public static InWorld of(Placed placed) {
        float[] p = placed.shape().positions().clone();
        Matrix m = placed.world();
        for (int i = 0; i < p.length; i += 3) {
            double x = p[i];
            double y = p[i + 1];
            double z = p[i + 2];
            p[i] = (float) m.x(x, y, z);
            p[i + 1] = (float) m.y(x, y, z);
            p[i + 2] = (float) m.z(x, y, z);
        }
        int[] triangles = placed.shape().triangles();
        return new InWorld(p, normals(placed), m.determinant() < 0 ? turned(triangles) : triangles);
    }

    private static float[] normals(Placed placed) {
        float[] normals = placed.shape().normals();
        if (normals == null) {
            return null;
        }
        double[] n = placed.world().forNormals();
        float[] moved = new float[normals.length];
        for (int i = 0; i < moved.length; i += 3) {
            for (int row = 0; row < 3; row++) {
                moved[i + row] = (float) (n[row] * normals[i] + n[3 + row] * normals[i + 1]
                        + n[6 + row] * normals[i + 2]);
            }
        }
        return UnitVectors.of(moved, 3);
    }

    private static int[] turned(int[] triangles) {
        int[] turned = triangles.clone();
        for (int i = 0; i < turned.length; i += 3) {
            turned[i + 1] = triangles[i + 2];
            turned[i + 2] = triangles[i + 1];
        }
        return turned;
    }

    /** The shapes that have faces, one after the other. */
    public static List<Placed> solid(Scene scene) {
        return scene.placed().stream().filter(each -> each.shape().faceCount() > 0).toList();
    }
}
