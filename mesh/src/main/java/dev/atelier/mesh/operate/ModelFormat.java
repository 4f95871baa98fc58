package dev.atelier.mesh.operate;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a model is by its bytes. */
public final class ModelFormat {

    private static final int ENOUGH = 4096;

    private ModelFormat() {
    }

    /** @param head the first bytes, 4096 or more @return gltf (also for .glb), fbx, ply, stl or obj */
    public static Optional<String> of(byte[] head, long length) {
        String text = new String(head, 0, Math.min(head.length, ENOUGH), StandardCharsets.ISO_8859_1);
        if (text.startsWith("glTF") || text.stripLeading().startsWith("{")) {
            return Optional.of("gltf");
        }
        if (text.startsWith("Kaydara FBX Binary")) {
            return Optional.of("fbx");
        }
        if (text.startsWith("ply\n") || text.startsWith("ply\r")) {
            return Optional.of("ply");
        }
        if (isStl(head, length, text)) {
            return Optional.of("stl");
        }
        boolean obj = text.indexOf('\0') < 0 && text.lines().anyMatch(line -> line.matches("v +-?[0-9.].*"));
        return obj ? Optional.of("obj") : Optional.empty();
    }

    private static boolean isStl(byte[] b, long length, String text) {
        if (text.startsWith("solid") && text.contains("facet")) {
            return true;
        }
        if (b.length < 84) {
            return false;
        }
        long faces = b[80] & 0xffL | (b[81] & 0xffL) << 8 | (b[82] & 0xffL) << 16 | (b[83] & 0xffL) << 24;
        return length == 84 + 50 * faces;
    }
}
