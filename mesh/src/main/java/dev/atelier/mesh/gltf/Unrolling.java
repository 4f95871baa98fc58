package dev.atelier.mesh.gltf;

import java.util.Arrays;

import dev.atelier.mesh.scene.Topology;

/** Strips and fans as single triangles, so that nobody behind the reader meets them. */
final class Unrolling {

    private Unrolling() {
    }

    /** @param corners null: the vertices in their order */
    static int[] triangles(Topology topology, int[] corners, int vertices) {
        if (!topology.hasFaces()) {
            return new int[0];
        }
        int[] order = corners == null ? inOrder(vertices) : corners;
        int count = (int) topology.elements(order.length);
        if (topology == Topology.TRIANGLES) {
            return order.length == count * 3 ? order : Arrays.copyOf(order, count * 3);
        }
        int[] triangles = new int[count * 3];
        for (int i = 0; i < count; i++) {
            boolean turned = topology == Topology.TRIANGLE_STRIP && i % 2 == 1;
            triangles[i * 3] = topology == Topology.TRIANGLE_FAN ? order[0] : order[i];
            triangles[i * 3 + 1] = order[i + (turned ? 2 : 1)];
            triangles[i * 3 + 2] = order[i + (turned ? 1 : 2)];
        }
        return triangles;
    }

    private static int[] inOrder(int vertices) {
        int[] order = new int[vertices];
        for (int i = 0; i < vertices; i++) {
            order[i] = i;
        }
        return order;
    }
}
