package dev.atelier.activities.mesh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A child's own temporary folder, gone with everything in it when it is closed. */
record TaskFolder(Path path) implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(TaskFolder.class);

    @Override
    public void close() {
        if (Files.notExists(path)) {
            return;
        }
        try (Stream<Path> all = Files.walk(path)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path each : deepestFirst) {
                Files.deleteIfExists(each);
            }
        } catch (IOException stuck) {
            log.warn("cannot delete {}", path, stuck);
        }
    }
}
