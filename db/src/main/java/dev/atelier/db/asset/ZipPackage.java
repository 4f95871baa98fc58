package dev.atelier.db.asset;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A zip as some providers wrap a single model in. Its names are looked at, never used. */
final class ZipPackage {

    private static final int MOST_ENTRIES = 10_000;

    private ZipPackage() {
    }

    /** USDZ is a zip whose first entry is a USD layer. */
    static boolean isUsdz(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.size() > 0 && zip.entries().nextElement().getName().toLowerCase(Locale.ROOT)
                    .matches(".*\\.usd[ac]?");
        } catch (IOException | RuntimeException damaged) {
            return false;
        }
    }

    /** Copies the only {@code .glb} in it; false when there is none, or more than one. The target sets the limit. */
    static boolean copyOnlyGlb(Path file, OutputStream target) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                return false;
            }
            List<? extends ZipEntry> models = Collections.list(zip.entries()).stream()
                    .filter(entry -> entry.getName().toLowerCase(Locale.ROOT).endsWith(".glb")).toList();
            if (models.size() != 1) {
                return false;
            }
            try (InputStream bytes = zip.getInputStream(models.getFirst())) {
                bytes.transferTo(target);
            }
            return true;
        }
    }
}
