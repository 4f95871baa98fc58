package dev.atelier.mesh.scene;

/** A texture's file, still encoded. */
public record Picture(String name, String mimeType, byte[] bytes) {
}
