package dev.atelier.mesh.check;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Bytes read with the small end first. */
final class Little {

    private Little() {
    }

    static ByteBuffer of(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
