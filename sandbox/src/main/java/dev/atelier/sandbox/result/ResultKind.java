package dev.atelier.sandbox.result;

/** What a result's bytes are. */
public enum ResultKind {
    PNG("image/png", ".png"), JPEG("image/jpeg", ".jpeg"), MP4("video/mp4", ".mp4"),
    /** A PNG of a film's last frame. */
    LAST_FRAME("image/png", ".png"), GLB("model/gltf-binary", ".glb");

    private final String type;
    private final String extension;

    ResultKind(String type, String extension) {
        this.type = type;
        this.extension = extension;
    }

    public String type() {
        return type;
    }

    public String extension() {
        return extension;
    }
}
