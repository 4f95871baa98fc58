package dev.atelier.mesh.child;

import java.nio.file.Path;

/**
 * One thing for a child process to do.
 *
 * @param parameters a JSON object
 * @param source a model, only read
 * @param high a finer model to bake from, only read; null: the source itself
 */
public record Task(String operation, String parameters, Path source, Path high) {

    public Task(String operation, String parameters, Path source) {
        this(operation, parameters, source, null);
    }
}
