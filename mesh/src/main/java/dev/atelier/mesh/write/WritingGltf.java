package dev.atelier.mesh.write;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.atelier.mesh.scene.Scene;

/** A .gltf with everything within, as a data URI: the .glb as text. */
public final class WritingGltf {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private WritingGltf() {
    }

    public static byte[] write(Scene scene) {
        ByteBuffer glb = ByteBuffer.wrap(WritingGlb.write(scene)).order(ByteOrder.LITTLE_ENDIAN);
        int json = glb.getInt(12);
        try {
            ObjectNode root = (ObjectNode) MAPPER.readTree(glb.array(), 20, json);
            if (root.has("buffers")) {
                byte[] binary = new byte[glb.getInt(20 + json)];
                glb.get(28 + json, binary);
                ((ObjectNode) root.path("buffers").path(0)).put("uri",
                        "data:application/octet-stream;base64," + Base64.getEncoder().encodeToString(binary));
            }
            return MAPPER.writeValueAsBytes(root);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
