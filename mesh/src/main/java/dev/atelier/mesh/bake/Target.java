package dev.atelier.mesh.bake;

import dev.atelier.mesh.scene.InWorld;
import dev.atelier.mesh.scene.Matrix;
import dev.atelier.mesh.scene.Placed;
import dev.atelier.mesh.scene.Shape;
import dev.atelier.mesh.surface.Vectors;

/** A coarse shape that is baked to, at its place in the world. */
final class Target {

    final Shape shape;
    private final float[] positions;
    private final float[] normals;
    private final float[] tangents;

    /** @param framed has normals and tangents */
    Target(Shape framed, Matrix place) {
        shape = framed;
        InWorld world = InWorld.of(new Placed(framed, place));
        positions = world.positions();
        normals = world.normals();
        double[] m = place.columns();
        tangents = framed.tangents().clone();
        for (int i = 0; i < tangents.length; i += 4) {
            float[] t = framed.tangents();
            for (int k = 0; k < 3; k++) {
                tangents[i + k] = (float) (m[k] * t[i] + m[4 + k] * t[i + 1] + m[8 + k] * t[i + 2]);
            }
        }
    }

    /** A place on it, with the frame that a normal map is read in there. */
    static final class Spot {
        final float[] at = new float[3];
        final float[] normal = new float[3];
        final float[] tangent = new float[3];
        final float[] across = new float[3];
        /** What one texel of the picture covers here. */
        float texel;
    }

    void at(int face, float wb, float wc, int size, Spot spot) {
        int[] t = shape.triangles();
        int a = t[face * 3];
        int b = t[face * 3 + 1];
        int c = t[face * 3 + 2];
        float wa = 1 - wb - wc;
        for (int k = 0; k < 3; k++) {
            spot.at[k] = positions[a * 3 + k] * wa + positions[b * 3 + k] * wb + positions[c * 3 + k] * wc;
            spot.normal[k] = normals[a * 3 + k] * wa + normals[b * 3 + k] * wb + normals[c * 3 + k] * wc;
            spot.tangent[k] = tangents[a * 4 + k] * wa + tangents[b * 4 + k] * wb + tangents[c * 4 + k] * wc;
        }
        frame(spot, tangents[a * 4 + 3]);
        spot.texel = texel(a, b, c, size);
    }

    private static void frame(Spot spot, float side) {
        float[] n = spot.normal;
        float[] t = spot.tangent;
        if (!Vectors.normalise(n)) {
            n[1] = 1;
        }
        float along = n[0] * t[0] + n[1] * t[1] + n[2] * t[2];
        for (int k = 0; k < 3; k++) {
            t[k] -= n[k] * along;
        }
        Vectors.normalise(t);
        spot.across[0] = side * (n[1] * t[2] - n[2] * t[1]);
        spot.across[1] = side * (n[2] * t[0] - n[0] * t[2]);
        spot.across[2] = side * (n[0] * t[1] - n[1] * t[0]);
    }

    private float texel(int a, int b, int c, int size) {
        float[] uv = shape.uvs().get(0);
        double texels = Math.abs((uv[b * 2] - uv[a * 2]) * (double) (uv[c * 2 + 1] - uv[a * 2 + 1])
                - (uv[c * 2] - uv[a * 2]) * (double) (uv[b * 2 + 1] - uv[a * 2 + 1])) * size * size;
        double x = edge(a, b, 1) * edge(a, c, 2) - edge(a, b, 2) * edge(a, c, 1);
        double y = edge(a, b, 2) * edge(a, c, 0) - edge(a, b, 0) * edge(a, c, 2);
        double z = edge(a, b, 0) * edge(a, c, 1) - edge(a, b, 1) * edge(a, c, 0);
        return (float) (Math.sqrt(x * x + y * y + z * z) / Math.max(1e-12, texels));
    }

    private double edge(int from, int to, int axis) {
        return positions[to * 3 + axis] - positions[from * 3 + axis];
    }
}
