package dev.atelier.mesh.image;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** How a camera was held (Exif's orientation, 1 to 8): pictures are turned upright, for what we write does not say so. */
record Orientation(int exif) {

    private static final Orientation UPRIGHT = new Orientation(1);
    private static final int TAG = 0x0112;
    private static final int MOST_TAGS = 500;
    private static final int MOST_HEAD = 256 << 10;
    private static final byte APP1 = (byte) 0xe1;
    private static final byte START_OF_PICTURE = (byte) 0xda;
    private static final int EXIF = 0x45786966;

    /** From the segments before the picture; Java's own reader gives up where Exif stands before JFIF. */
    static Orientation of(Path file, String format) throws IOException {
        if (!"jpeg".equals(format)) {
            return UPRIGHT;
        }
        ByteBuffer head;
        try (InputStream bytes = Files.newInputStream(file)) {
            head = ByteBuffer.wrap(bytes.readNBytes(MOST_HEAD));
        }
        int at = 2;
        while (at + 10 < head.limit() && head.get(at) == (byte) 0xff && head.get(at + 1) != START_OF_PICTURE) {
            int length = Short.toUnsignedInt(head.getShort(at + 2));
            if (head.get(at + 1) == APP1 && head.getInt(at + 4) == EXIF) {
                return read(head.slice(at + 10, Math.max(0, Math.min(length - 8, head.limit() - at - 10))));
            }
            at += 2 + Math.max(2, length);
        }
        return UPRIGHT;
    }

    /** A TIFF head, then one directory of tags. */
    static Orientation read(ByteBuffer tiff) {
        try {
            tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            int at = tiff.getInt(4);
            int tags = Math.min(Short.toUnsignedInt(tiff.getShort(at)), MOST_TAGS);
            for (int i = 0; i < tags; i++) {
                int tag = at + 2 + i * 12;
                if (Short.toUnsignedInt(tiff.getShort(tag)) == TAG) {
                    int value = tiff.getShort(tag + 8);
                    return value >= 1 && value <= 8 ? new Orientation(value) : UPRIGHT;
                }
            }
            return UPRIGHT;
        } catch (BufferUnderflowException | IndexOutOfBoundsException cut) {
            return UPRIGHT;
        }
    }

    BufferedImage upright(BufferedImage held) {
        if (exif == 1) {
            return held;
        }
        int w = held.getWidth();
        int h = held.getHeight();
        boolean turned = exif > 4;
        BufferedImage upright = new BufferedImage(turned ? h : w, turned ? w : h, Scaling.typeOf(held));
        Graphics2D pen = upright.createGraphics();
        pen.drawImage(held, switch (exif) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
            default -> new AffineTransform(0, -1, 1, 0, 0, w);
        }, null);
        pen.dispose();
        return upright;
    }
}
