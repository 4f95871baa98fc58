package dev.atelier.mesh.bake;

/** Triangles in boxes within boxes, so that few of them are looked at for what is near a point or on a ray. */
final class Tree {

    private static final int LEAF = 4;
    private static final int BINS = 12;

    /** Six numbers a node: least and most. */
    final float[] boxes;
    /** A leaf's first triangle; else the left child, the right one follows it. */
    final int[] first;
    /** Triangles of a leaf; 0: no leaf. */
    final int[] count;
    /** Nine numbers a triangle, in the leaves' order. */
    final float[] corners;
    /** Which triangle each is, in the leaves' order. */
    final int[] order;
    private final float[] middles;
    private int nodes = 1;

    /** @param given nine numbers a triangle; at least one triangle */
    Tree(float[] given) {
        int triangles = given.length / 9;
        order = new int[triangles];
        middles = new float[triangles * 3];
        for (int t = 0; t < triangles; t++) {
            order[t] = t;
            for (int k = 0; k < 3; k++) {
                middles[t * 3 + k] = given[t * 9 + k] + given[t * 9 + 3 + k] + given[t * 9 + 6 + k];
            }
        }
        boxes = new float[12 * triangles];
        first = new int[2 * triangles];
        count = new int[2 * triangles];
        build(given);
        corners = new float[given.length];
        for (int i = 0; i < triangles; i++) {
            System.arraycopy(given, order[i] * 9, corners, i * 9, 9);
        }
    }

    private void build(float[] given) {
        int[] waiting = new int[3 * 128];
        int top = 0;
        int node = 0;
        int from = 0;
        int to = order.length;
        while (true) {
            bound(node, given, from, to);
            int middle = to - from <= LEAF ? from : split(from, to);
            if (middle > from && middle < to && top + 3 <= waiting.length) {
                first[node] = nodes;
                nodes += 2;
                waiting[top++] = first[node] + 1;
                waiting[top++] = middle;
                waiting[top++] = to;
                node = first[node];
                to = middle;
            } else {
                first[node] = from;
                count[node] = to - from;
                if (top == 0) {
                    return;
                }
                to = waiting[--top];
                from = waiting[--top];
                node = waiting[--top];
            }
        }
    }

    private void bound(int node, float[] given, int from, int to) {
        int at = node * 6;
        for (int k = 0; k < 3; k++) {
            float least = Float.POSITIVE_INFINITY;
            float most = Float.NEGATIVE_INFINITY;
            for (int i = from; i < to; i++) {
                int corner = order[i] * 9 + k;
                least = Math.min(least, Math.min(given[corner], Math.min(given[corner + 3], given[corner + 6])));
                most = Math.max(most, Math.max(given[corner], Math.max(given[corner + 3], given[corner + 6])));
            }
            boxes[at + k] = least;
            boxes[at + 3 + k] = most;
        }
    }

    /** Where the cheapest cut of the longest axis is: few triangles times a small box on each side. */
    private int split(int from, int to) {
        int axis = 0;
        float least = 0;
        float width = 0;
        for (int k = 0; k < 3; k++) {
            float low = Float.POSITIVE_INFINITY;
            float high = Float.NEGATIVE_INFINITY;
            for (int i = from; i < to; i++) {
                float at = middles[order[i] * 3 + k];
                low = Math.min(low, at);
                high = Math.max(high, at);
            }
            if (high - low > width) {
                axis = k;
                least = low;
                width = high - low;
            }
        }
        if (!(width > 0)) {
            return from + (to - from) / 2;
        }
        int cut = cut(from, to, axis, least, width);
        int middle = from;
        for (int i = from; i < to; i++) {
            if (bin(order[i], axis, least, width) <= cut) {
                int swapped = order[middle];
                order[middle++] = order[i];
                order[i] = swapped;
            }
        }
        return middle == from || middle == to ? from + (to - from) / 2 : middle;
    }

    /** Boxes are taken as long as their bins: close enough, and far cheaper than to measure them. */
    private int cut(int from, int to, int axis, float least, float width) {
        int[] inBin = new int[BINS];
        for (int i = from; i < to; i++) {
            inBin[bin(order[i], axis, least, width)]++;
        }
        int left = 0;
        int best = BINS / 2 - 1;
        double cheapest = Double.MAX_VALUE;
        for (int bin = 0; bin < BINS - 1; bin++) {
            left += inBin[bin];
            double cost = (double) left * (bin + 1) + (double) (to - from - left) * (BINS - bin - 1);
            if (left > 0 && left < to - from && cost < cheapest) {
                cheapest = cost;
                best = bin;
            }
        }
        return best;
    }

    private int bin(int triangle, int axis, float least, float width) {
        return Math.min(BINS - 1, (int) ((middles[triangle * 3 + axis] - least) / width * BINS));
    }

    /** Squared; 0 within. */
    float distance(int node, float x, float y, float z) {
        int at = node * 6;
        float dx = Math.max(0, Math.max(boxes[at] - x, x - boxes[at + 3]));
        float dy = Math.max(0, Math.max(boxes[at + 1] - y, y - boxes[at + 4]));
        float dz = Math.max(0, Math.max(boxes[at + 2] - z, z - boxes[at + 5]));
        return dx * dx + dy * dy + dz * dz;
    }
}
