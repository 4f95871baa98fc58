package dev.atelier.sandbox.picture;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Writes PNG several times faster than ImageIO: each row as its difference to the row above, lightly compressed. */
public final class PngFile {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte UP = 2;

    private PngFile() {
    }

    /** @param image of type INT_RGB */
    public static byte[] encode(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        ByteArrayOutputStream file = new ByteArrayOutputStream(64 << 10);
        try {
            DataOutputStream out = new DataOutputStream(file);
            out.write(SIGNATURE);
            chunk(out, "IHDR", header(width, height));
            chunk(out, "IDAT", compressed(pixels, width, height));
            chunk(out, "IEND", new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    private static byte[] header(int width, int height) {
        return ByteBuffer.allocate(13).putInt(width).putInt(height)
                .put((byte) 8).put((byte) 2).put((byte) 0).put((byte) 0).put((byte) 0).array();
    }

    private static byte[] compressed(int[] pixels, int width, int height) throws IOException {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        ByteArrayOutputStream data = new ByteArrayOutputStream(64 << 10);
        try (DeflaterOutputStream out = new DeflaterOutputStream(data, deflater, 32 << 10)) {
            byte[] row = new byte[1 + 3 * width];
            row[0] = UP;
            for (int y = 0; y < height; y++) {
                difference(pixels, y * width, y == 0 ? -1 : (y - 1) * width, width, row);
                out.write(row);
            }
        } finally {
            deflater.end();
        }
        return data.toByteArray();
    }

    private static void difference(int[] pixels, int here, int above, int width, byte[] row) {
        for (int x = 0, to = 1; x < width; x++) {
            int pixel = pixels[here + x];
            int before = above < 0 ? 0 : pixels[above + x];
            row[to++] = (byte) ((pixel >> 16) - (before >> 16));
            row[to++] = (byte) ((pixel >> 8) - (before >> 8));
            row[to++] = (byte) (pixel - before);
        }
    }

    private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(data);
        out.writeInt(data.length);
        out.write(name);
        out.write(data);
        out.writeInt((int) sum.getValue());
    }
}
