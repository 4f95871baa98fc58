package dev.atelier.activities.mesh;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import dev.atelier.db.asset.Staged;

/** What the embedded engine is called, and how its outputs are. */
final class Engine {

    /** Goes up with whatever makes outputs differ: earlier ones are then not taken for equal. */
    static final String VERSION = "2";

    private Engine() {
    }

    /** @param engine with its version @param sources hashes of all that it is made from */
    static String hash(String engine, String sources, String operation, String parameters) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((engine + "\n" + sources + "\n" + operation
                            + "\n" + parameters).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String role(String operation) {
        return "render_preview".equals(operation) ? "preview" : operation;
    }

    /** Checked by its maker; some formats cannot be told by their bytes alone. */
    static Staged typed(Staged file, String format) {
        return switch (format) {
            case "obj" -> file.as("application/zip", "3d_model");
            case "stl", "ply", "3mf", "fbx", "gltf" -> file.as(ModelRows.mime(format), "3d_model");
            default -> file;
        };
    }
}
