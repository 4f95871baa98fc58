package dev.atelier.db.asset;

import java.util.Arrays;
import java.util.Optional;

/** The types we know by their bytes; {@code kind} is the word of {@code assets.kind}. */
enum FileType {
    // @formatter:off
    PNG("image/png", "png", "image"),
    JPEG("image/jpeg", "jpg", "image"),
    GIF("image/gif", "gif", "image"),
    WEBP("image/webp", "webp", "image"),
    MP4("video/mp4", "mp4", "video"),
    QUICKTIME("video/quicktime", "mov", "video"),
    GLB("model/gltf-binary", "glb", "3d_model"),
    GLTF("model/gltf+json", "gltf", "3d_model"),
    STL("model/stl", "stl", "3d_model"),
    PLY("model/ply", "ply", "3d_model"),
    FBX("model/vnd.autodesk.fbx", "fbx", "3d_model"),
    THREE_MF("model/3mf", "3mf", "3d_model"),
    USDZ("model/vnd.usdz+zip", "usdz", "3d_model"),
    ZIP("application/zip", "zip", "file");
    // @formatter:on

    final String mime;
    final String extension;
    final String kind;

    FileType(String mime, String extension, String kind) {
        this.mime = mime;
        this.extension = extension;
        this.kind = kind;
    }

    static Optional<FileType> of(String mime) {
        return Arrays.stream(values()).filter(each -> each.mime.equals(mime)).findFirst();
    }

    static String extensionOf(String mime) {
        return of(mime).map(type -> type.extension).orElse("bin");
    }
}
