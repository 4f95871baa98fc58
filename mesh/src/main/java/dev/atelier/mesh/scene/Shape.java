package dev.atelier.mesh.scene;

import java.util.List;

/**
 * One primitive in its own space. Arrays are shared, not copied: nobody changes them.
 *
 * @param positions x y z for each vertex, finite
 * @param normals x y z for each vertex, or null
 * @param tangents x y z w for each vertex, or null
 * @param uvs each set u v for each vertex, v downwards as in glTF
 * @param colors r g b a for each vertex, linear, or null
 * @param triangles three vertices for each face; strips and fans are unrolled; empty for points and lines
 * @param elements points, segments or triangles, as the topology says
 * @param material index into the scene's materials, or -1
 */
public record Shape(String name, Topology topology, float[] positions, float[] normals, float[] tangents,
        List<float[]> uvs, float[] colors, int[] triangles, long elements, int material, int morphTargets) {

    /** A plain mesh of triangles, as this library makes them. */
    public static Shape of(String name, float[] positions, float[] normals, List<float[]> uvs, float[] colors,
            int[] triangles, int material) {
        return new Shape(name, Topology.TRIANGLES, positions, normals, null, uvs, colors, triangles,
                triangles.length / 3, material, 0);
    }

    /** A mesh of triangles with these of its vertices, as often as they are named. @param corners into the named ones */
    public Shape withVertices(int[] named, int[] corners) {
        List<float[]> sets = uvs.stream().map(each -> pick(each, named, 2)).toList();
        return new Shape(name, Topology.TRIANGLES, pick(positions, named, 3), pick(normals, named, 3),
                pick(tangents, named, 4), sets, pick(colors, named, 4), corners, corners.length / 3, material, 0);
    }

    private static float[] pick(float[] values, int[] named, int width) {
        if (values == null) {
            return null;
        }
        float[] picked = new float[named.length * width];
        for (int i = 0; i < named.length; i++) {
            System.arraycopy(values, named[i] * width, picked, i * width, width);
        }
        return picked;
    }

    /** Lit by these normals and tangents, and covered by another material. */
    public Shape dressed(float[] normals, float[] tangents, int material) {
        return new Shape(name, topology, positions, normals, tangents, uvs, colors, triangles, elements, material,
                morphTargets);
    }

    public int vertexCount() {
        return positions.length / 3;
    }

    public int faceCount() {
        return triangles.length / 3;
    }

    public boolean hasUv(int set) {
        return set < uvs.size();
    }
}
