package dev.atelier.db.asset;

import java.math.BigDecimal;
import java.nio.file.Path;

/** A file not yet kept, examined: type by its bytes, never by its name. {@code kind} null: nothing we know. */
public record Staged(Path path, long bytes, String sha256, String md5, String mimeType, String kind, Integer width,
        Integer height, BigDecimal durationSec, ModelAsset mesh) {
}
