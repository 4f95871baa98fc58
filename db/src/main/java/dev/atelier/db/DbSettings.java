package dev.atelier.db;

import java.nio.file.Path;
import java.util.List;

import dev.atelier.db.dialect.Limits;

/**
 * @param storageRoot folder of the kept files
 * @param secretKeys  key material for secrets at rest, at least 32 characters each; the first seals, all open; never
 *                    stored beside the data
 * @param limits      those the database was opened with
 */
public record DbSettings(Path storageRoot, List<String> secretKeys, PoolSettings pool, Limits limits,
        RetentionSettings retention) {

    public DbSettings(Path storageRoot, List<String> secretKeys, PoolSettings pool) {
        this(storageRoot, secretKeys, pool, Limits.STANDARD, RetentionSettings.STANDARD);
    }

    public DbSettings(Path storageRoot, List<String> secretKeys) {
        this(storageRoot, secretKeys, PoolSettings.STANDARD);
    }

    public DbSettings(Path storageRoot, String secretKey) {
        this(storageRoot, List.of(secretKey));
    }

    @Override
    public String toString() {
        return "DbSettings[storageRoot=" + storageRoot + "]";
    }
}
