package dev.atelier.mesh.child;

import java.nio.file.Path;

/**
 * One thing for a child process to do.
 *
 * @param parameters a JSON object
 * @param source a model, only read
 * @param high a finer model to bake from, only read; null: the source itself
 * @param studio the Python that has Blender, which is to do it; null: we do
 */
public record Task(String operation, String parameters, Path source, Path high, Path studio) {

    public Task(String operation, String parameters, Path source) {
        this(operation, parameters, source, null, null);
    }

    public Task(String operation, String parameters, Path source, Path high) {
        this(operation, parameters, source, high, null);
    }
}
