package dev.atelier.db.asset;

/** A row of model_assets, as far as it is known; null where it is not. */
public record ModelAsset(String format, Long vertexCount, Long faceCount, Integer materialCount, Integer uvMapCount,
        Boolean triangulated, Boolean watertight, String boundingBoxJson) {
}
