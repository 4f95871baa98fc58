package dev.atelier.mesh.scene;

import java.util.List;

/** What a file says of itself beside its geometry. */
public record Facts(String format, int nodes, int skins, int animations, int maxJointInfluences, boolean ngons,
        List<String> extensionsUsed, List<String> extensionsRequired) {

    public static Facts made(String format) {
        return new Facts(format, 1, 0, 0, 0, false, List.of(), List.of());
    }
}
