package dev.atelier.db.search;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A vector as it lies in its row: 32-bit floats, little endian, the same on every database. */
final class VectorBytes {

    private VectorBytes() {
    }

    static byte[] of(float[] vector) {
        ByteBuffer bytes = ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(vector);
        return bytes.array();
    }

    static float[] read(byte[] bytes) {
        float[] vector = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(vector);
        return vector;
    }
}
