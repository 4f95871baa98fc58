package dev.atelier.db.asset;

import java.util.List;

/**
 * A row of model_assets, as far as it is known; null where it is not.
 *
 * @param origin where the file's zero lies in it: center, base (middle of the ground) or elsewhere
 * @param qualityJson what else was measured
 * @param textures the pictures its materials look at
 */
public record ModelAsset(String format, Long vertexCount, Long faceCount, Integer materialCount, Integer uvMapCount,
        Boolean triangulated, Boolean watertight, String boundingBoxJson, String units, String origin,
        String qualityJson, List<ModelTexture> textures) {

    /** Wholly, and not counted from its head or left unread. */
    boolean measured() {
        return faceCount != null && qualityJson != null;
    }

    /** Counted from the file's head. */
    static ModelAsset counted(long vertices, long faces, int materials, int uvMaps, boolean triangulated,
            String boundingBoxJson) {
        return new ModelAsset("glb", vertices, faces, materials, uvMaps, triangulated, null, boundingBoxJson, "metre",
                null, null, List.of());
    }

    /** The same of a copy: pictures within the file lie within the copy. @param from the asset that was copied */
    public ModelAsset copied(String from) {
        return new ModelAsset(format, vertexCount, faceCount, materialCount, uvMapCount, triangulated, watertight,
                boundingBoxJson, units, origin, qualityJson,
                textures.stream().map(each -> from.equals(each.assetId()) ? each.inItsModel() : each).toList());
    }

    /** Of a format that is kept and not read. */
    static ModelAsset unread(String format) {
        return new ModelAsset(format, null, null, null, null, null, null, null, null, null, null, List.of());
    }
}
