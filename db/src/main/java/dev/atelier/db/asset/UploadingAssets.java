package dev.atelier.db.asset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.atelier.db.dialect.Ids;
import dev.atelier.db.dialect.Transactions;

@Component
public class UploadingAssets {

    /** Of one upload, bytes. */
    public static final long LARGEST = 256L * 1024 * 1024;

    private static final int LONGEST_NAME = 255;
    /** By words of their first bytes. */
    private static final Map<String, String> FOREIGN = Map.of("BLENDER", "a Blender file", "PXR-USDC",
            "a USD file outside a USDZ", "#usda", "a USD file outside a USDZ", "<COLLADA", "a COLLADA file",
            "ISO-10303-21", "a STEP file", "<X3D", "an X3D file", "#VRML", "a VRML file");

    private final KeepingFiles files;
    private final Transactions transactions;

    UploadingAssets(KeepingFiles files, Transactions transactions) {
        this.files = files;
        this.transactions = transactions;
    }

    public sealed interface Upload {

        record Kept(Asset asset) implements Upload {
        }

        /** {@code code}: payload_too_large, unsupported_media_type, invalid_image, invalid_model, external_uri … */
        record Refused(String code, String message) implements Upload {
        }
    }

    public Upload upload(String orgId, String projectId, String fileName, InputStream bytes) throws IOException {
        return upload(orgId, projectId, fileName, bytes, LARGEST);
    }

    Upload upload(String orgId, String projectId, String fileName, InputStream bytes, long limit) throws IOException {
        Staged file;
        try {
            file = files.stage(bytes::transferTo, limit);
        } catch (FileTooLarge tooLarge) {
            return new Upload.Refused("payload_too_large",
                    "an upload may have at most " + tooLarge.limit() + " bytes");
        }
        try {
            Upload.Refused refused = refusal(file);
            if (refused != null) {
                return refused;
            }
            Asset asset = files.asset(Ids.next(), orgId, null, null, file.kind(), cleaned(fileName), file, "upload");
            transactions.run(() -> files.write(asset, projectId, null, file));
            return new Upload.Kept(asset);
        } finally {
            files.discard(List.of(file));
        }
    }

    private static Upload.Refused refusal(Staged file) {
        if (file.kind() != null) {
            return null;
        }
        if (file.refusal() != null) {
            return new Upload.Refused(file.refusal().code().toLowerCase(Locale.ROOT), file.refusal().message());
        }
        return switch (file.mimeType()) {
            case "image/png", "image/jpeg", "image/gif", "image/webp" -> new Upload.Refused("invalid_image",
                    "the image is damaged, or larger than " + ImageHeader.LONGEST_SIDE + " pixels a side or "
                            + ImageHeader.MOST_PIXELS + " in all");
            case "video/mp4", "video/quicktime" -> new Upload.Refused("invalid_video", "the video is damaged");
            case "model/gltf-binary" -> new Upload.Refused("invalid_model", "the GLB is damaged");
            default -> foreign(file).orElseGet(() -> new Upload.Refused("unsupported_media_type", "its bytes look like "
                    + file.mimeType()
                    + ": send PNG, JPEG, GIF, WebP, MP4, QuickTime, GLB, glTF, OBJ, STL, PLY, FBX, USDZ or ZIP"));
        };
    }

    /** A 3D model, but of a format that nobody here reads. */
    private static Optional<Upload.Refused> foreign(Staged file) {
        try (InputStream bytes = Files.newInputStream(file.path())) {
            String head = new String(bytes.readNBytes(512), StandardCharsets.ISO_8859_1);
            return FOREIGN.entrySet().stream().filter(each -> head.contains(each.getKey())).findFirst()
                    .map(each -> new Upload.Refused("unsupported_format", each.getValue()
                            + " is not read here: export the model as GLB, glTF, OBJ, STL, PLY, FBX or USDZ"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Only to be shown: the last segment, without control characters. */
    private static String cleaned(String fileName) {
        if (fileName == null) {
            return null;
        }
        String last = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "").strip();
        int end = last.length() <= LONGEST_NAME ? last.length() : last.offsetByCodePoints(0, LONGEST_NAME);
        return last.isEmpty() ? null : last.substring(0, Math.min(end, last.length()));
    }
}
