package dev.atelier.mesh.simplify;

import java.util.Arrays;

import dev.atelier.mesh.scene.Shape;

/** Shapes whose vertices are shared where everything about them is equal, and none is left that no face uses. */
public final class Welded {

    private Welded() {
    }

    public static Shape of(Shape shape) {
        int count = shape.vertexCount();
        int[] first = new int[Integer.highestOneBit(Math.max(8, count)) << 2];
        Arrays.fill(first, -1);
        int[] same = new int[count];
        for (int v = 0; v < count; v++) {
            int at = hash(shape, v) & first.length - 1;
            while (first[at] >= 0 && !equal(shape, first[at], v)) {
                at = at + 1 & first.length - 1;
            }
            if (first[at] < 0) {
                first[at] = v;
            }
            same[v] = first[at];
        }
        int[] triangles = shape.triangles().clone();
        for (int i = 0; i < triangles.length; i++) {
            triangles[i] = same[triangles[i]];
        }
        return compact(shape, triangles);
    }

    private static int hash(Shape shape, int v) {
        int hash = 17;
        for (int k = 0; k < 3; k++) {
            hash = hash * 31 + Float.floatToIntBits(shape.positions()[v * 3 + k]);
        }
        hash *= 0x9E3779B9;
        return hash ^ hash >>> 15;
    }

    private static boolean equal(Shape s, int a, int b) {
        if (!equal(s.positions(), a, b, 3) || !equal(s.normals(), a, b, 3) || !equal(s.tangents(), a, b, 4)
                || !equal(s.colors(), a, b, 4)) {
            return false;
        }
        return s.uvs().stream().allMatch(each -> equal(each, a, b, 2));
    }

    private static boolean equal(float[] values, int a, int b, int width) {
        return values == null
                || Arrays.equals(values, a * width, a * width + width, values, b * width, b * width + width);
    }

    /** The shape with these faces, and only the vertices they use, in the order of their first use. */
    static Shape compact(Shape shape, int[] triangles) {
        int[] renamed = new int[shape.vertexCount()];
        Arrays.fill(renamed, -1);
        int[] kept = new int[renamed.length];
        int count = 0;
        int[] faces = new int[triangles.length];
        for (int i = 0; i < faces.length; i++) {
            if (renamed[triangles[i]] < 0) {
                kept[count] = triangles[i];
                renamed[triangles[i]] = count++;
            }
            faces[i] = renamed[triangles[i]];
        }
        return shape.withVertices(Arrays.copyOf(kept, count), faces);
    }
}
