package dev.atelier.mesh.measure;

import java.util.Arrays;

/** Numbers the cells of a grid as vertices fall into them; open addressing over plain arrays. */
final class Welding {

    private final double[] origin;
    private final double cell;
    private final long[] keys;
    private final int[] numbers;
    private int count;

    Welding(Metrics.Box box, double cell, int vertices) {
        this.origin = box.min();
        this.cell = cell == 0 ? 1 : cell;
        int size = Integer.highestOneBit(Math.max(8, vertices)) << 2;
        keys = new long[size];
        numbers = new int[size];
        Arrays.fill(numbers, -1);
    }

    /** The number of the cell, from 0. Each axis has at most 100,000 cells, so 21 bits an axis are enough. */
    int weld(double x, double y, double z) {
        long key = index(x - origin[0]) << 42 | index(y - origin[1]) << 21 | index(z - origin[2]);
        int at = (int) (mixed(key) & keys.length - 1);
        while (numbers[at] >= 0 && keys[at] != key) {
            at = at + 1 & keys.length - 1;
        }
        if (numbers[at] < 0) {
            keys[at] = key;
            numbers[at] = count++;
        }
        return numbers[at];
    }

    private long index(double distance) {
        return Math.round(distance / cell) & 0x1fffff;
    }

    static long mixed(long key) {
        long mixed = (key ^ key >>> 32) * 0x9E3779B97F4A7C15L;
        return mixed ^ mixed >>> 29;
    }

    int count() {
        return count;
    }
}
