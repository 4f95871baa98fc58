package dev.atelier.activities.mesh;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.atelier.mesh.operate.ModelFormat;

/** Whether a file is worth a child process: its first bytes look like a model's. */
final class MaybeModel {

    private static final int HEAD = 4096;

    private MaybeModel() {
    }

    static boolean looksLikeOne(Path file) {
        try (InputStream bytes = Files.newInputStream(file)) {
            byte[] head = bytes.readNBytes(HEAD);
            String text = new String(head, StandardCharsets.ISO_8859_1).stripLeading();
            return text.startsWith("{")
                    ? text.contains("\"asset\"") || Files.size(file) > HEAD
                    : ModelFormat.of(head, Files.size(file)).isPresent();
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }
}
