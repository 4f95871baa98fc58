package dev.atelier.db.asset;

/**
 * A row of model_assets, as far as it is known; null where it is not.
 *
 * @param origin where the file's zero lies in it: center, base (middle of the ground) or elsewhere
 * @param qualityJson what else was measured
 */
public record ModelAsset(String format, Long vertexCount, Long faceCount, Integer materialCount, Integer uvMapCount,
        Boolean triangulated, Boolean watertight, String boundingBoxJson, String units, String origin,
        String qualityJson) {

    /** Counted from the file's head. */
    static ModelAsset counted(long vertices, long faces, int materials, int uvMaps, boolean triangulated,
            String boundingBoxJson) {
        return new ModelAsset("glb", vertices, faces, materials, uvMaps, triangulated, null, boundingBoxJson, "metre",
                null, null);
    }
}
