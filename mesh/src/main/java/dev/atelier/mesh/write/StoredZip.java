package dev.atelier.mesh.write;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** A zip as USDZ wants it: nothing compressed, each file's bytes beginning at a multiple of 64. */
final class StoredZip {

    private static final int ALIGNMENT = 64;
    private static final int HEADER = 30;

    private final ByteArrayOutputStream files = new ByteArrayOutputStream();
    private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
    private int count;

    void put(String name, byte[] content) {
        byte[] title = name.getBytes(StandardCharsets.US_ASCII);
        int at = files.size();
        int padding = Math.floorMod(-(at + HEADER + title.length + 4), ALIGNMENT);
        CRC32 sum = new CRC32();
        sum.update(content);
        ByteBuffer header = little(HEADER + title.length + 4 + padding).putInt(0x04034b50);
        common(header, sum.getValue(), content.length, title.length, 4 + padding);
        // The padding is an extra field of a kind nobody has registered.
        header.put(title).putShort((short) 0x1986).putShort((short) padding);
        files.writeBytes(header.array());
        files.writeBytes(content);
        ByteBuffer entry = little(46 + title.length).putInt(0x02014b50).putShort((short) 20);
        common(entry, sum.getValue(), content.length, title.length, 0);
        entry.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0).putInt(at).put(title);
        directory.writeBytes(entry.array());
        count++;
    }

    private static void common(ByteBuffer to, long crc, int length, int name, int extra) {
        to.putShort((short) 20).putShort((short) 0).putShort((short) 0).putShort((short) 0).putShort((short) 0x21)
                .putInt((int) crc).putInt(length).putInt(length).putShort((short) name).putShort((short) extra);
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    byte[] bytes() {
        ByteBuffer end = little(22).putInt(0x06054b50).putShort((short) 0).putShort((short) 0)
                .putShort((short) count).putShort((short) count).putInt(directory.size()).putInt(files.size())
                .putShort((short) 0);
        ByteArrayOutputStream all = new ByteArrayOutputStream(files.size() + directory.size() + 22);
        all.writeBytes(files.toByteArray());
        all.writeBytes(directory.toByteArray());
        all.writeBytes(end.array());
        return all.toByteArray();
    }
}
