package dev.atelier.db.asset;

import java.math.BigDecimal;
import java.nio.file.Path;

/**
 * A file not yet kept, examined: type by its bytes, never by its name.
 *
 * @param kind null: nothing we know, or not sound
 * @param refusal why a model is not sound; null for everything else
 */
public record Staged(Path path, long bytes, String sha256, String md5, String mimeType, String kind, Integer width,
        Integer height, BigDecimal durationSec, ModelAsset mesh, ModelMeter.Reading.Refused refusal) {

    /** The same file, as its maker knows it: some formats cannot be told by their bytes. */
    public Staged as(String mime, String ofKind) {
        return new Staged(path, bytes, sha256, md5, mime, ofKind, width, height, durationSec, mesh, null);
    }

    /** What was measured of it elsewhere, of a format that is not read back. */
    public Staged knownAs(ModelAsset measured) {
        return mesh != null
                ? this
                : new Staged(path, bytes, sha256, md5, mimeType, kind, width, height, durationSec, measured, refusal);
    }

    Staged measured(ModelMeter.Reading reading) {
        return switch (reading) {
            case ModelMeter.Reading.Sound sound -> new Staged(path, bytes, sha256, md5, sound.mimeType(), "3d_model",
                    width, height, durationSec, sound.mesh(), null);
            case ModelMeter.Reading.Refused refused -> new Staged(path, bytes, sha256, md5, mimeType, null, width,
                    height, durationSec, null, refused);
        };
    }
}
