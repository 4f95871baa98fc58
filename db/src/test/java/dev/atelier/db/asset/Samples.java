package dev.atelier.db.asset;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import javax.imageio.ImageIO;

/** Small real files, made here so that nobody wonders what is in them. */
public final class Samples {

    private Samples() {
    }

    static byte[] picture(String format, int width, int height) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** The extended header of RFC 9649, section 2.7.1, and nothing after it. */
    static byte[] webp(int width, int height) {
        ByteBuffer bytes = ByteBuffer.allocate(30).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(22);
        bytes.put("WEBPVP8X".getBytes(StandardCharsets.US_ASCII)).putInt(10).putInt(0);
        bytes.put((byte) (width - 1)).put((byte) (width - 1 >> 8)).put((byte) 0);
        bytes.put((byte) (height - 1)).put((byte) (height - 1 >> 8)).put((byte) 0);
        return bytes.array();
    }

    /** A movie of 5.042 s with one sound track and one picture track, as boxes only. */
    static byte[] mp4(String brand, int width, int height) {
        byte[] movie = box("mvhd", ByteBuffer.allocate(100).putInt(12, 24_000).putInt(16, 121_000).array());
        byte[] sound = box("trak", box("tkhd", new byte[84]));
        byte[] picture = box("trak",
                box("tkhd", ByteBuffer.allocate(84).putInt(76, width << 16).putInt(80, height << 16).array()));
        return join(box("ftyp", (brand + "\0\0\2\0isom").getBytes(StandardCharsets.ISO_8859_1)),
                box("mdat", new byte[1000]), box("moov", join(movie, sound, picture)));
    }

    /** One textured quad: two triangles, four corners, two materials, one of them unused. */
    public static byte[] glb() {
        return glb("""
                {"asset":{"version":"2.0"},
                 "accessors":[{"count":4,"min":[-1,-2,0],"max":[1,2,0.5]},{"count":6},{"count":4}],
                 "materials":[{},{}],
                 "meshes":[{"primitives":[{"attributes":{"POSITION":0,"TEXCOORD_0":2},"indices":1}]}]}
                """);
    }

    static byte[] glb(String json) {
        byte[] text = json.getBytes(StandardCharsets.UTF_8);
        int padded = text.length + 3 & ~3;
        ByteBuffer bytes = ByteBuffer.allocate(20 + padded).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(0x46546C67).putInt(2).putInt(20 + padded).putInt(padded).putInt(0x4E4F534A).put(text);
        while (bytes.hasRemaining()) {
            bytes.put((byte) ' ');
        }
        return bytes.array();
    }

    static byte[] zip(String name, byte[] content, String... others) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            for (String other : others) {
                zip.putNextEntry(new ZipEntry(other));
                zip.write(content);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static byte[] box(String type, byte[] content) {
        return ByteBuffer.allocate(8 + content.length).putInt(8 + content.length)
                .put(type.getBytes(StandardCharsets.US_ASCII)).put(content).array();
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
