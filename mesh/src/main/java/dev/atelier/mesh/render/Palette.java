package dev.atelier.mesh.render;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.ArrayList;
import java.util.List;

/** A picture in 256 colours of its own, chosen by cutting the box of its colours where it is longest (median cut). */
final class Palette {

    private static final int COLORS = 256;

    private Palette() {
    }

    static BufferedImage of(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        List<int[]> boxes = boxes(pixels);
        byte[] nearest = new byte[1 << 15];
        for (int i = 0; i < boxes.size(); i++) {
            for (int color : boxes.get(i)) {
                nearest[color] = (byte) i;
            }
        }
        int[] palette = means(pixels, nearest);
        BufferedImage indexed = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED,
                new IndexColorModel(8, COLORS, palette, 0, false, -1, java.awt.image.DataBuffer.TYPE_BYTE));
        byte[] row = new byte[width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                row[x] = nearest[coarse(pixels[y * width + x])];
            }
            indexed.getRaster().setDataElements(0, y, width, 1, row);
        }
        return indexed;
    }

    private static int coarse(int rgb) {
        return (rgb >> 19 & 31) << 10 | (rgb >> 11 & 31) << 5 | rgb >> 3 & 31;
    }

    private static int channel(int coarse, int which) {
        return coarse >> 5 * which & 31;
    }

    private static List<int[]> boxes(int[] pixels) {
        boolean[] seen = new boolean[1 << 15];
        for (int pixel : pixels) {
            seen[coarse(pixel)] = true;
        }
        List<int[]> boxes = new ArrayList<>();
        boxes.add(java.util.stream.IntStream.range(0, seen.length).filter(each -> seen[each]).toArray());
        while (boxes.size() < COLORS) {
            int longest = -1;
            int most = 0;
            for (int i = 0; i < boxes.size(); i++) {
                int reach = reach(boxes.get(i), widest(boxes.get(i)));
                if (reach > most) {
                    most = reach;
                    longest = i;
                }
            }
            if (longest < 0) {
                return boxes;
            }
            cut(boxes, longest);
        }
        return boxes;
    }

    private static int widest(int[] box) {
        int widest = 0;
        for (int which = 1; which < 3; which++) {
            widest = reach(box, which) > reach(box, widest) ? which : widest;
        }
        return widest;
    }

    private static int reach(int[] box, int which) {
        int least = 31;
        int most = 0;
        for (int color : box) {
            least = Math.min(least, channel(color, which));
            most = Math.max(most, channel(color, which));
        }
        return most - least;
    }

    private static void cut(List<int[]> boxes, int which) {
        int[] box = boxes.get(which);
        int along = widest(box);
        Integer[] sorted = java.util.Arrays.stream(box).boxed()
                .sorted(java.util.Comparator.comparingInt(each -> channel(each, along))).toArray(Integer[]::new);
        int half = sorted.length / 2;
        int[] low = new int[half];
        int[] high = new int[sorted.length - half];
        for (int i = 0; i < sorted.length; i++) {
            if (i < half) {
                low[i] = sorted[i];
            } else {
                high[i - half] = sorted[i];
            }
        }
        boxes.set(which, low);
        boxes.add(high);
    }

    /** Of the pixels as they are, so that a background which most of them have keeps its colour in every frame. */
    private static int[] means(int[] pixels, byte[] nearest) {
        long[] sums = new long[COLORS * 3];
        int[] counts = new int[COLORS];
        for (int pixel : pixels) {
            int box = nearest[coarse(pixel)] & 255;
            counts[box]++;
            for (int k = 0; k < 3; k++) {
                sums[box * 3 + k] += pixel >> 8 * k & 255;
            }
        }
        int[] palette = new int[COLORS];
        for (int box = 0; box < COLORS; box++) {
            int half = counts[box] / 2;
            for (int k = 0; k < 3 && counts[box] > 0; k++) {
                palette[box] |= (int) ((sums[box * 3 + k] + half) / counts[box]) << 8 * k;
            }
        }
        return palette;
    }
}
