package dev.atelier.mesh.measure;

import java.util.Arrays;

/** Which welded vertices hang together; only those that some face has joined are counted. */
final class Unions {

    private final int[] parents;

    Unions(int vertices) {
        parents = new int[vertices];
        Arrays.fill(parents, -1);
    }

    void join(int a, int b) {
        int one = root(a);
        int other = root(b);
        parents[Math.max(one, other)] = Math.min(one, other);
    }

    private int root(int vertex) {
        if (parents[vertex] < 0) {
            parents[vertex] = vertex;
        }
        int at = vertex;
        while (parents[at] != at) {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        return at;
    }

    int groups() {
        int groups = 0;
        for (int i = 0; i < parents.length; i++) {
            if (parents[i] == i) {
                groups++;
            }
        }
        return groups;
    }
}
