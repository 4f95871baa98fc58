package dev.atelier.mesh.bake;

import java.util.HashMap;
import java.util.Map;

import dev.atelier.mesh.scene.Shape;
import dev.atelier.mesh.scene.UnitVectors;

/** Normals for a shape that has none: the mean of the faces that meet at a place, larger faces counting more. */
final class SmoothNormals {

    private SmoothNormals() {
    }

    private record Place(float x, float y, float z) {
    }

    static float[] of(Shape shape) {
        float[] p = shape.positions();
        int[] place = new int[shape.vertexCount()];
        Map<Place, Integer> places = new HashMap<>();
        for (int v = 0; v < place.length; v++) {
            // 0 + x: the two zeros are one place.
            Place at = new Place(0 + p[v * 3], 0 + p[v * 3 + 1], 0 + p[v * 3 + 2]);
            place[v] = places.computeIfAbsent(at, ignored -> places.size());
        }
        float[] sums = new float[places.size() * 3];
        int[] t = shape.triangles();
        for (int i = 0; i < t.length; i += 3) {
            for (int k = 0; k < 3; k++) {
                int k1 = (k + 1) % 3;
                int k2 = (k + 2) % 3;
                float normal = edge(p, t, i, 1, k1) * edge(p, t, i, 2, k2)
                        - edge(p, t, i, 1, k2) * edge(p, t, i, 2, k1);
                for (int corner = 0; corner < 3; corner++) {
                    sums[place[t[i + corner]] * 3 + k] += normal;
                }
            }
        }
        float[] normals = new float[p.length];
        for (int v = 0; v < place.length; v++) {
            System.arraycopy(sums, place[v] * 3, normals, v * 3, 3);
        }
        return UnitVectors.of(normals, 3);
    }

    private static float edge(float[] p, int[] t, int i, int corner, int axis) {
        return p[t[i + corner] * 3 + axis] - p[t[i] * 3 + axis];
    }
}
