package dev.atelier.mesh.bake;

/**
 * Finds the point of a surface that is nearest to another point, and faces the same way: of a thin wall the right side
 * is met. Where nothing near faces that way, the nearest at all. For one thread.
 */
final class Nearest {

    /** So much farther than the nearest may be what faces the right way; squared. */
    private static final float FARTHER = 16;
    private static final int DEEPEST = 128;

    private final Tree tree;
    private final float slack;
    private final int[] nodes = new int[DEEPEST];
    private final float[] distances = new float[DEEPEST];
    private final Corner corner = new Corner();

    /** The found triangle in the tree's order, and how much its corners count. */
    int triangle;
    float wa;
    float wb;
    float wc;
    /** Squared. */
    float distance;

    private int other;
    private float otherDistance;
    private float otherB;
    private float otherC;

    /** @param slack a distance within which the way a triangle faces counts more than how near it is */
    Nearest(Tree tree, float slack) {
        this.tree = tree;
        this.slack = slack * slack;
    }

    /** @param n the direction it should face @param hint a triangle that is likely near, or -1 */
    void find(float x, float y, float z, float[] n, int hint) {
        triangle = -1;
        other = -1;
        distance = Float.MAX_VALUE;
        otherDistance = Float.MAX_VALUE;
        if (hint >= 0) {
            look(hint, x, y, z, n);
        }
        int top = 0;
        nodes[0] = 0;
        distances[0] = tree.distance(0, x, y, z);
        while (top >= 0) {
            int node = nodes[top];
            if (distances[top--] >= reach()) {
                continue;
            }
            if (tree.count[node] > 0) {
                for (int i = tree.first[node]; i < tree.first[node] + tree.count[node]; i++) {
                    look(i, x, y, z, n);
                }
                continue;
            }
            int left = tree.first[node];
            float toLeft = tree.distance(left, x, y, z);
            float toRight = tree.distance(left + 1, x, y, z);
            boolean leftFirst = toLeft <= toRight;
            top = push(top, leftFirst ? left + 1 : left, Math.max(toLeft, toRight));
            top = push(top, leftFirst ? left : left + 1, Math.min(toLeft, toRight));
        }
        if (triangle < 0) {
            triangle = other;
            distance = otherDistance;
            wb = otherB;
            wc = otherC;
        }
        wa = 1 - wb - wc;
    }

    private int push(int top, int node, float away) {
        if (away >= reach() || top + 1 >= DEEPEST) {
            return top;
        }
        nodes[top + 1] = node;
        distances[top + 1] = away;
        return top + 1;
    }

    private float reach() {
        return Math.min(distance, Math.max(otherDistance * FARTHER, slack));
    }

    private void look(int which, float x, float y, float z, float[] n) {
        corner.nearest(tree.corners, which * 9, x, y, z);
        if (corner.distance >= distance) {
            return;
        }
        if (corner.faces(tree.corners, which * 9, n)) {
            triangle = which;
            distance = corner.distance;
            wb = corner.b;
            wc = corner.c;
        } else if (corner.distance < otherDistance) {
            other = which;
            otherDistance = corner.distance;
            otherB = corner.b;
            otherC = corner.c;
        }
    }
}
