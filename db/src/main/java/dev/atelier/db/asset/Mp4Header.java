package dev.atelier.db.asset;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Duration and picture size of an MP4 or QuickTime file (ISO 14496-12 boxes). Only the box {@code moov} is read, and
 * only if it has a sane size; what the file claims is never taken for an amount of memory.
 */
final class Mp4Header {

    private static final int LARGEST_MOOV = 64 * 1024 * 1024;
    private static final int DEEPEST = 8;

    private BigDecimal duration;
    private Integer width;
    private Integer height;

    private Mp4Header() {
    }

    /** @param durationSec null of a fragmented file that does not tell */
    record Movie(int width, int height, BigDecimal durationSec) {
    }

    /** Empty: damaged, or without a picture. */
    static Optional<Movie> read(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            Mp4Header header = new Mp4Header();
            header.boxes(moov(channel), 0);
            return header.width == null
                    ? Optional.empty()
                    : Optional.of(new Movie(header.width, header.height, header.duration));
        } catch (IOException | RuntimeException damaged) {
            return Optional.empty();
        }
    }

    private static ByteBuffer moov(FileChannel channel) throws IOException {
        long at = 0;
        while (at + 8 <= channel.size()) {
            ByteBuffer head = part(channel, at, (int) Math.min(16, channel.size() - at));
            long size = Integer.toUnsignedLong(head.getInt());
            String type = type(head);
            int headSize = size == 1 ? 16 : 8;
            long length = size == 1 ? head.getLong() : size == 0 ? channel.size() - at : size;
            if (length < headSize || length > channel.size() - at) {
                throw new IOException("a box " + type + " reaches beyond the file");
            }
            if (type.equals("moov")) {
                if (length > LARGEST_MOOV) {
                    throw new IOException("moov has " + length + " bytes");
                }
                return part(channel, at + headSize, (int) length - headSize);
            }
            at += length;
        }
        throw new IOException("no moov");
    }

    private static ByteBuffer part(FileChannel channel, long at, int length) throws IOException {
        ByteBuffer part = ByteBuffer.allocate(length);
        while (part.hasRemaining() && channel.read(part, at + part.position()) > 0) {
        }
        return part.flip();
    }

    private void boxes(ByteBuffer within, int depth) {
        while (depth < DEEPEST && within.remaining() >= 8) {
            int size = within.getInt();
            String type = type(within);
            ByteBuffer box = within.slice(within.position(), size - 8);
            within.position(within.position() + size - 8);
            switch (type) {
                case "trak", "mvex" -> boxes(box, depth + 1);
                case "mvhd" -> movieHeader(box);
                case "tkhd" -> trackHeader(box);
                default -> {
                }
            }
        }
    }

    private void movieHeader(ByteBuffer box) {
        boolean wide = box.get(0) == 1;
        long scale = Integer.toUnsignedLong(box.getInt(wide ? 20 : 12));
        long length = wide ? box.getLong(24) : Integer.toUnsignedLong(box.getInt(16));
        if (scale > 0 && length > 0) {
            duration = BigDecimal.valueOf(length).divide(BigDecimal.valueOf(scale), 3, RoundingMode.HALF_UP);
        }
    }

    /** A track of sound has no size. Width and height are 16.16 fixed point. */
    private void trackHeader(ByteBuffer box) {
        int at = box.get(0) == 1 ? 88 : 76;
        int trackWidth = box.getInt(at) >>> 16;
        int trackHeight = box.getInt(at + 4) >>> 16;
        if (width == null && trackWidth > 0 && trackHeight > 0) {
            width = trackWidth;
            height = trackHeight;
        }
    }

    private static String type(ByteBuffer from) {
        byte[] four = new byte[4];
        from.get(four);
        return new String(four, StandardCharsets.ISO_8859_1);
    }
}
