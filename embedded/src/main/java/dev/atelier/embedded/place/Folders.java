package dev.atelier.embedded.place;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Making and forgetting folders. */
public final class Folders {
    private Folders() {
    }

    public static Path made(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<Path> inside(Path folder) {
        if (!Files.isDirectory(folder))
            return List.of();
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes a file or a whole folder; a link is removed, never followed. */
    public static void forget(Path what) {
        if (!Files.exists(what, LinkOption.NOFOLLOW_LINKS))
            return;
        try (Stream<Path> all = Files.walk(what)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList())
                Files.deleteIfExists(each);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
