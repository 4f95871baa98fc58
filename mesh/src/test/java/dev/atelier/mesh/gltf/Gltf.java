package dev.atelier.mesh.gltf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Builds .glb files by hand, right or wrong as a test needs them. */
final class Gltf {

    private Gltf() {
    }

    static byte[] glb(String json, byte[] binary) {
        byte[] text = json.getBytes(StandardCharsets.UTF_8);
        int padded = text.length + 3 & ~3;
        int bin = binary.length + 3 & ~3;
        ByteBuffer file = ByteBuffer.allocate(20 + padded + 8 + bin).order(ByteOrder.LITTLE_ENDIAN);
        file.putInt(0x46546C67).putInt(2).putInt(file.capacity()).putInt(padded).putInt(0x4E4F534A).put(text);
        while (file.position() < 20 + padded) {
            file.put((byte) ' ');
        }
        file.putInt(bin).putInt(0x004E4942).put(binary);
        return file.array();
    }

    static byte[] floats(float... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            bytes.putFloat(value);
        }
        return bytes.array();
    }

    /** One triangle without indices; {@code accessor}, {@code primitive}, {@code rest} as the test wants them. */
    static String triangle(String accessor, String primitive, String rest) {
        return """
                {"asset":{"version":"2.0"},"buffers":[{"byteLength":36}],"bufferViews":[{"buffer":0,"byteLength":36}],
                 "accessors":[%s],"meshes":[{"primitives":[%s]}]%s}
                """.formatted(accessor, primitive, rest);
    }

    static final String SOUND = "{\"bufferView\":0,\"componentType\":5126,\"count\":3,\"type\":\"VEC3\"}";
    static final String PLAIN = "{\"attributes\":{\"POSITION\":0}}";
    static final String SHOWN = ",\"nodes\":[{\"mesh\":0}],\"scenes\":[{\"nodes\":[0]}]";
    static final byte[] CORNERS = floats(0, 0, 0, 1, 0, 0, 0, 1, 0);
}
