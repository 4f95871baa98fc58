package dev.atelier.db.asset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import dev.atelier.db.DbSettings;
import dev.atelier.db.dialect.Ids;

/** A folder: {@code objects/} by key, {@code tmp/} for what is being written. */
@Component
class FileStorage implements Storage {

    private static final int BATCH = 500;
    private static final String PART = ".part";

    private final Path objects;
    private final Path temporary;

    FileStorage(DbSettings settings) {
        objects = settings.storageRoot().resolve("objects").toAbsolutePath().normalize();
        temporary = settings.storageRoot().resolve("tmp").toAbsolutePath().normalize();
    }

    @Override
    public String provider() {
        return "file";
    }

    @Override
    public String bucket() {
        return "objects";
    }

    @Override
    public String region() {
        return "local";
    }

    @Override
    public Path temporary(String owner) throws IOException {
        Files.createDirectories(temporary);
        if (owner == null) {
            return Files.createFile(temporary.resolve(Ids.next() + PART));
        }
        // Should the earlier writer live after all, it misses its file, and what it does is done again.
        try (DirectoryStream<Path> left = Files.newDirectoryStream(temporary, owner + ".*" + PART)) {
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
        }
        return Files.createFile(temporary.resolve(owner + "." + Ids.next() + PART));
    }

    @Override
    public void place(Path file, String key) throws IOException {
        Path target = path(key);
        Files.createDirectories(target.getParent());
        try {
            Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException otherVolume) {
            throw new IOException("the folders tmp and objects of " + objects.getParent()
                    + " lie on different volumes: a file cannot be placed whole", otherVolume);
        }
    }

    @Override
    public boolean has(String key) {
        return Files.isRegularFile(path(key));
    }

    @Override
    public InputStream open(String key) throws IOException {
        return Files.newInputStream(path(key));
    }

    @Override
    public void delete(String key) throws IOException {
        Files.deleteIfExists(path(key));
    }

    private Path path(String key) {
        Path path = objects.resolve(key).normalize();
        if (!path.startsWith(objects)) {
            throw new IllegalArgumentException("'" + key + "' is no key of this storage");
        }
        return path;
    }

    @Override
    public int sweep(Instant abandoned, Instant before, UnaryOperator<Collection<String>> orphaned) throws IOException {
        int deleted = 0;
        for (Path left : older(temporary, abandoned)) {
            Files.deleteIfExists(left);
            deleted++;
        }
        List<Path> old = older(objects, before);
        for (int from = 0; from < old.size(); from += BATCH) {
            List<String> keys = old.subList(from, Math.min(from + BATCH, old.size())).stream()
                    .map(path -> objects.relativize(path).toString()).toList();
            for (String key : orphaned.apply(keys)) {
                delete(key);
                deleted++;
            }
        }
        return deleted;
    }

    private static List<Path> older(Path folder, Instant before) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> older = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    older.add(file);
                }
            }
        } catch (NoSuchFileException goneMeanwhile) {
            return older;
        }
        return older;
    }
}
