package dev.atelier.db.asset;

import java.nio.file.Path;

/**
 * Reads a model wholly and measures it. The application brings one, for reading geometry is no matter of a database;
 * without it a .glb is counted from its head alone.
 */
public interface ModelMeter {

    sealed interface Reading {

        /** @param mimeType what the file is by its bytes */
        record Sound(String mimeType, ModelAsset mesh) implements Reading {
        }

        /** @param code a stable word, such as INVALID_MODEL or EXTERNAL_URI */
        record Refused(String code, String message) implements Reading {
        }
    }

    Reading read(Path file);
}
