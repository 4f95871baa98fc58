package dev.atelier.db.asset;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/**
 * {@code organisation/yyyy/MM/asset.ext}. The month is that of the asset's id where that tells one (UUIDv7), so that
 * keeping the same asset again, next month, means the same object.
 */
final class StorageKeys {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyy/MM").withZone(ZoneOffset.UTC);

    private StorageKeys() {
    }

    static String of(String orgId, String assetId, String mime, Instant now) {
        UUID id = UUID.fromString(assetId);
        Instant made = id.version() == 7 ? Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16) : now;
        return orgId + "/" + MONTH.format(made) + "/" + assetId + "." + FileType.extensionOf(mime);
    }
}
