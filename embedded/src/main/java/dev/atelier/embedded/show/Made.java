package dev.atelier.embedded.show;

import java.nio.file.Path;

/**
 * How one of the demo's jobs ended.
 *
 * @param assetId null unless it succeeded
 * @param line    for the person at the terminal
 */
record Made(boolean good, String assetId, String line) {
    static Made failed(String why) {
        return new Made(false, null, "failed: " + why);
    }

    static Made good(String assetId, Path file, long bytes, String type) {
        return new Made(true, assetId, "succeeded: %s  %,d bytes  %s".formatted(file, bytes, type));
    }
}
