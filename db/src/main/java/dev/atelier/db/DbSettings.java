package dev.atelier.db;

import java.nio.file.Path;

/**
 * @param storageRoot folder of the kept files
 * @param secretKey   key material for secrets at rest, at least 32 characters; never stored beside the data
 */
public record DbSettings(Path storageRoot, String secretKey) {

    @Override
    public String toString() {
        return "DbSettings[storageRoot=" + storageRoot + "]";
    }
}
