package dev.atelier.db.asset;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Width and height as the header tells them: a small file may declare a picture that no memory holds. */
final class ImageHeader {

    static final long MOST_PIXELS = 64_000_000;
    static final int LONGEST_SIDE = 16_384;

    private ImageHeader() {
    }

    record Size(int width, int height) {

        private boolean bearable() {
            return width > 0 && height > 0 && width <= LONGEST_SIDE && height <= LONGEST_SIDE
                    && (long) width * height <= MOST_PIXELS;
        }
    }

    /** Empty: damaged, or too large to be decoded. */
    static Optional<Size> read(Path file, FileType type) {
        try {
            return (type == FileType.WEBP ? webp(file) : byImageIo(file)).filter(Size::bearable);
        } catch (IOException | RuntimeException damaged) {
            return Optional.empty();
        }
    }

    private static Optional<Size> byImageIo(Path file) throws IOException {
        try (ImageInputStream bytes = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(bytes);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(bytes, true, true);
                return Optional.of(new Size(reader.getWidth(0), reader.getHeight(0)));
            } finally {
                reader.dispose();
            }
        }
    }

    /** RFC 9649: the first chunk is VP8 (lossy), VP8L (lossless) or VP8X (extended). */
    private static Optional<Size> webp(Path file) throws IOException {
        byte[] head = new byte[30];
        try (DataInputStream bytes = new DataInputStream(Files.newInputStream(file))) {
            bytes.readFully(head);
        }
        return switch (new String(head, 12, 4, StandardCharsets.US_ASCII)) {
            case "VP8 " -> Optional.of(new Size(little(head, 26, 2) & 0x3fff, little(head, 28, 2) & 0x3fff));
            case "VP8L" -> {
                int bits = little(head, 21, 4);
                yield Optional.of(new Size((bits & 0x3fff) + 1, (bits >>> 14 & 0x3fff) + 1));
            }
            case "VP8X" -> Optional.of(new Size(little(head, 24, 3) + 1, little(head, 27, 3) + 1));
            default -> Optional.empty();
        };
    }

    private static int little(byte[] bytes, int from, int count) {
        int value = 0;
        for (int each = count - 1; each >= 0; each--) {
            value = value << 8 | bytes[from + each] & 0xff;
        }
        return value;
    }
}
