package dev.atelier.mesh.measure;

/** Every edge of the welded surface, with how many faces meet there and how many run along it each way. */
final class EdgeTable {

    private long[] keys;
    private int[] forward;
    private int[] backward;
    private int count;

    EdgeTable(int faces) {
        size(Integer.highestOneBit(Math.max(8, Math.min(faces, 1 << 24))) << 2);
    }

    private void size(int size) {
        keys = new long[size];
        forward = new int[size];
        backward = new int[size];
    }

    void add(int from, int to) {
        if (count * 4L > keys.length * 3L) {
            grow();
        }
        long key = (long) Math.min(from, to) << 32 | Math.max(from, to);
        int at = find(key);
        if (forward[at] + backward[at] == 0) {
            keys[at] = key;
            count++;
        }
        if (from < to) {
            forward[at]++;
        } else {
            backward[at]++;
        }
    }

    private int find(long key) {
        int at = (int) (Welding.mixed(key) & keys.length - 1);
        while (forward[at] + backward[at] > 0 && keys[at] != key) {
            at = at + 1 & keys.length - 1;
        }
        return at;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldForward = forward;
        int[] oldBackward = backward;
        size(keys.length * 2);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldForward[i] + oldBackward[i] > 0) {
                int at = find(oldKeys[i]);
                keys[at] = oldKeys[i];
                forward[at] = oldForward[i];
                backward[at] = oldBackward[i];
            }
        }
    }

    int count() {
        return count;
    }

    long boundary() {
        return count(1, 1, false);
    }

    long nonManifold() {
        return count(3, Integer.MAX_VALUE, false);
    }

    /** Two faces meet and run along the edge the same way: one of them is turned inside out. */
    long inconsistent() {
        return count(2, 2, true);
    }

    private long count(int least, int most, boolean sameWay) {
        long found = 0;
        for (int i = 0; i < keys.length; i++) {
            int faces = forward[i] + backward[i];
            if (faces >= least && faces <= most && (!sameWay || forward[i] != backward[i])) {
                found++;
            }
        }
        return found;
    }
}
