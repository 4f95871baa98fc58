package dev.atelier.db.asset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * glTF 2.0 in one file: 12 bytes of header, then a JSON chunk that tells all we count. The geometry itself is not
 * read.
 */
final class GlbHeader {

    private static final int MAGIC = 0x46546C67;
    private static final int JSON = 0x4E4F534A;
    private static final int LARGEST_JSON = 64 * 1024 * 1024;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private GlbHeader() {
    }

    static boolean isGlb(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return channel.size() >= 4 && part(channel, 0, 4).getInt() == MAGIC;
        }
    }

    /** Empty: damaged. */
    static Optional<ModelAsset> read(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer head = part(channel, 0, 20);
            int version = head.getInt(4);
            long length = Integer.toUnsignedLong(head.getInt(8));
            int json = head.getInt(12);
            if (version != 2 || length != channel.size() || json <= 0 || json > LARGEST_JSON || json > length - 20
                    || head.getInt(16) != JSON) {
                return Optional.empty();
            }
            JsonNode scene = MAPPER.readTree(part(channel, 20, json).array());
            return Optional.of(new GltfNumbers(scene).count());
        } catch (IOException | RuntimeException damaged) {
            return Optional.empty();
        }
    }

    private static ByteBuffer part(FileChannel channel, long at, int length) throws IOException {
        ByteBuffer part = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (part.hasRemaining()) {
            if (channel.read(part, at + part.position()) < 0) {
                throw new IOException("the file ends before its header says");
            }
        }
        return part.flip();
    }
}
