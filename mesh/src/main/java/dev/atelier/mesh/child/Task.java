package dev.atelier.mesh.child;

import java.nio.file.Path;

/** One thing for a child process to do. @param parameters a JSON object @param source a model, only read */
public record Task(String operation, String parameters, Path source) {
}
