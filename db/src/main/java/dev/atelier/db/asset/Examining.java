package dev.atelier.db.asset;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.apache.tika.Tika;

/** What a file is, by its bytes: a name or a header somebody sent proves nothing. Reads heads, decodes nothing. */
final class Examining {

    private static final Tika MAGIC = new Tika();

    private Examining() {
    }

    /** @param type empty: nothing we know, or damaged; {@code mime} tells what it pretends to be */
    record Finding(String mime, Optional<FileType> type, Integer width, Integer height, BigDecimal durationSec,
            ModelAsset mesh) {

        static Finding unknown(String mime) {
            return new Finding(mime, Optional.empty(), null, null, null, null);
        }

        static Finding plain(FileType type) {
            return new Finding(type.mime, Optional.of(type), null, null, null, null);
        }
    }

    static Finding examine(Path file) throws IOException {
        if (GlbHeader.isGlb(file)) {
            return GlbHeader.read(file)
                    .map(mesh -> new Finding(FileType.GLB.mime, Optional.of(FileType.GLB), null, null, null, mesh))
                    .orElse(Finding.unknown(FileType.GLB.mime));
        }
        String mime = mime(file);
        return FileType.of(mime).map(type -> examine(file, type)).orElse(Finding.unknown(mime));
    }

    private static Finding examine(Path file, FileType type) {
        return switch (type) {
            case PNG, JPEG, GIF, WEBP -> ImageHeader.read(file, type)
                    .map(size -> new Finding(type.mime, Optional.of(type), size.width(), size.height(), null, null))
                    .orElse(Finding.unknown(type.mime));
            case MP4, QUICKTIME -> Mp4Header.read(file)
                    .map(movie -> new Finding(type.mime, Optional.of(type), movie.width(), movie.height(),
                            movie.durationSec(), null))
                    .orElse(Finding.unknown(type.mime));
            case ZIP -> Finding.plain(ZipPackage.isUsdz(file) ? FileType.USDZ : FileType.ZIP);
            case GLB, GLTF, STL, PLY, FBX, THREE_MF, USDZ -> Finding.plain(type);
        };
    }

    private static String mime(Path file) throws IOException {
        byte[] head = new byte[12];
        int read;
        try (InputStream bytes = Files.newInputStream(file)) {
            read = bytes.readNBytes(head, 0, head.length);
        }
        boolean boxes = read == head.length && "ftyp".equals(new String(head, 4, 4, StandardCharsets.ISO_8859_1));
        return boxes ? ofBrand(new String(head, 8, 4, StandardCharsets.ISO_8859_1)) : magic(file);
    }

    /** Many brands share the container of MP4, more than lists of magic bytes know. */
    private static String ofBrand(String brand) {
        return switch (brand) {
            case "qt  " -> FileType.QUICKTIME.mime;
            case "avif", "avis" -> "image/avif";
            case "heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1" -> "image/heic";
            case "M4A ", "M4B " -> "audio/mp4";
            default -> FileType.MP4.mime;
        };
    }

    private static String magic(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return MAGIC.detect(bytes);
        }
    }
}
