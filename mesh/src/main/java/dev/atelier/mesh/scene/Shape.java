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
