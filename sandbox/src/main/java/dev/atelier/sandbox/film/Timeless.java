package dev.atelier.sandbox.film;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Takes the writing time out of an MP4, which would make two files of one film differ. */
final class Timeless {
    private static final Set<String> PARENTS = Set.of("moov", "trak", "mdia");
    private static final Set<String> DATED = Set.of("mvhd", "tkhd", "mdhd");
    private static final int HEADER = 8;

    private Timeless() {
    }

    static byte[] withoutDates(byte[] file) {
        clear(ByteBuffer.wrap(file), 0, file.length);
        return file;
    }

    private static void clear(ByteBuffer file, int from, int to) {
        for (int box = from; box + HEADER <= to;) {
            int declared = file.getInt(box);
            long size = declared == 1 ? file.getLong(box + HEADER) : declared == 0 ? to - box : declared;
            String type = new String(file.array(), box + 4, 4, StandardCharsets.ISO_8859_1);
            if (PARENTS.contains(type)) {
                clear(file, box + HEADER, (int) (box + size));
            } else if (DATED.contains(type)) {
                boolean wide = file.get(box + HEADER) == 1;
                int dates = box + HEADER + 4;
                file.put(dates, new byte[wide ? 16 : 8]);
            }
            box += (int) Math.max(HEADER, size);
        }
    }
}
