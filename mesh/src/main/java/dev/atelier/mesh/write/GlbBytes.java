package dev.atelier.mesh.write;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The container: header, JSON padded with spaces, binary padded with zeros. */
final class GlbBytes {

    private GlbBytes() {
    }

    static byte[] join(byte[] json, byte[] binary) {
        int jsonLength = json.length + 3 & ~3;
        int length = 20 + jsonLength + (binary.length == 0 ? 0 : 8 + binary.length);
        ByteBuffer file = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        file.putInt(0x46546C67).putInt(2).putInt(length).putInt(jsonLength).putInt(0x4E4F534A).put(json);
        while (file.position() < 20 + jsonLength) {
            file.put((byte) ' ');
        }
        if (binary.length > 0) {
            file.putInt(binary.length).putInt(0x004E4942).put(binary);
        }
        return file.array();
    }
}
