package dev.atelier.db.asset;

/**
 * Assets beside a model, each may be null.
 *
 * @param lodOfAssetId the model that this one simplifies
 * @param previewAssetId its picture
 */
public record ModelRelatives(String lodOfAssetId, String previewAssetId) {

    public static final ModelRelatives NONE = new ModelRelatives(null, null);
}
