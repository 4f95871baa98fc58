package dev.atelier.mesh.bake;

import java.util.Arrays;

import dev.atelier.mesh.scene.Shape;
import dev.atelier.mesh.scene.UnitVectors;

/**
 * A shape with a normal and a tangent for each vertex, which a baked normal map is read in. Vertices that lie between
 * two halves mirrored in the picture are made two.
 */
final class Framed {

    private Framed() {
    }

    static Shape of(Shape shape) {
        Shape parted = parted(shape);
        float[] normals = parted.normals() == null ? SmoothNormals.of(parted) : UnitVectors.of(parted.normals(), 3);
        return parted.dressed(normals, tangents(parted, normals), parted.material());
    }

    /** Twice the triangle's area in the picture, with its sign; v runs downwards. */
    private static float turned(float[] uv, int a, int b, int c) {
        return (uv[b * 2] - uv[a * 2]) * (uv[c * 2 + 1] - uv[a * 2 + 1])
                - (uv[c * 2] - uv[a * 2]) * (uv[b * 2 + 1] - uv[a * 2 + 1]);
    }

    private static Shape parted(Shape shape) {
        int[] t = shape.triangles().clone();
        int count = shape.vertexCount();
        byte[] seen = new byte[count];
        int[] twin = new int[count];
        Arrays.fill(twin, -1);
        int[] named = Arrays.copyOf(identity(count), count * 2);
        int all = count;
        for (int i = 0; i < t.length; i += 3) {
            byte side = (byte) (turned(shape.uvs().get(0), t[i], t[i + 1], t[i + 2]) < 0 ? 1 : 2);
            for (int k = i; k < i + 3; k++) {
                int vertex = t[k];
                if (seen[vertex] == 0) {
                    seen[vertex] = side;
                } else if (seen[vertex] != side) {
                    if (twin[vertex] < 0) {
                        named[all] = vertex;
                        twin[vertex] = all++;
                    }
                    t[k] = twin[vertex];
                }
            }
        }
        return shape.withVertices(Arrays.copyOf(named, all), t);
    }

    private static int[] identity(int count) {
        int[] numbers = new int[count];
        Arrays.setAll(numbers, i -> i);
        return numbers;
    }

    private static float[] tangents(Shape shape, float[] normals) {
        float[] along = new float[shape.vertexCount() * 3];
        float[] down = new float[along.length];
        float[] p = shape.positions();
        float[] uv = shape.uvs().get(0);
        int[] t = shape.triangles();
        for (int i = 0; i < t.length; i += 3) {
            int a = t[i];
            int b = t[i + 1];
            int c = t[i + 2];
            float side = turned(uv, a, b, c) < 0 ? -1 : 1;
            for (int k = 0; k < 3; k++) {
                float e1 = p[b * 3 + k] - p[a * 3 + k];
                float e2 = p[c * 3 + k] - p[a * 3 + k];
                float toU = side * (e1 * (uv[c * 2 + 1] - uv[a * 2 + 1]) - e2 * (uv[b * 2 + 1] - uv[a * 2 + 1]));
                float toV = side * (e2 * (uv[b * 2] - uv[a * 2]) - e1 * (uv[c * 2] - uv[a * 2]));
                for (int vertex : new int[]{a, b, c}) {
                    along[vertex * 3 + k] += toU;
                    down[vertex * 3 + k] += toV;
                }
            }
        }
        float[] tangents = new float[shape.vertexCount() * 4];
        for (int v = 0; v < shape.vertexCount(); v++) {
            frame(normals, along, down, v, tangents);
        }
        return tangents;
    }

    private static void frame(float[] n, float[] along, float[] down, int v, float[] tangents) {
        int i = v * 3;
        float dot = n[i] * along[i] + n[i + 1] * along[i + 1] + n[i + 2] * along[i + 2];
        double x = along[i] - n[i] * dot;
        double y = along[i + 1] - n[i + 1] * dot;
        double z = along[i + 2] - n[i + 2] * dot;
        double length = Math.sqrt(x * x + y * y + z * z);
        if (!(length > 1e-30)) {
            // No direction in the picture: any at a right angle serves.
            boolean upright = Math.abs(n[i + 1]) > 0.9;
            x = upright ? 0 : n[i + 2];
            y = upright ? -n[i + 2] : 0;
            z = upright ? n[i + 1] : -n[i];
            length = Math.sqrt(x * x + y * y + z * z);
        }
        tangents[v * 4] = (float) (x / length);
        tangents[v * 4 + 1] = (float) (y / length);
        tangents[v * 4 + 2] = (float) (z / length);
        double up = -(down[i] * (n[i + 1] * z - n[i + 2] * y) + down[i + 1] * (n[i + 2] * x - n[i] * z)
                + down[i + 2] * (n[i] * y - n[i + 1] * x));
        tangents[v * 4 + 3] = up < 0 ? -1 : 1;
    }
}
