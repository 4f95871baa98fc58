package dev.atelier.mesh.scene;

/** A shape where a node puts it. A mesh shown by two nodes is placed twice. */
public record Placed(Shape shape, Matrix world) {
}
