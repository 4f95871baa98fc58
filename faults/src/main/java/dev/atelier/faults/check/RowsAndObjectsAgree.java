package dev.atelier.faults.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** No object without a row. No row without an object; those of succeeded jobs are judged by {@link ResultsAreReadable}. */
final class RowsAndObjectsAgree implements Invariant {
    @Override
    public String name() {
        return "I6";
    }

    @Override
    public String says() {
        return "no object without row, no row without object";
    }

    @Override
    public List<Violation> judge(Evidence evidence) {
        if (evidence.storage() == null)
            return List.of();
        Path objects = evidence.storage().resolve("objects");
        Set<String> keys = new HashSet<>(evidence.books().read("select storage_key from assets",
                row -> row.getString(1)));
        List<Violation> found = new ArrayList<>();
        // Before rest, an object may be just ahead of its row.
        if (evidence.atRest())
            files(objects).stream().map(file -> objects.relativize(file).toString()).filter(key -> !keys.contains(key))
                    .forEach(key -> found.add(new Violation("object " + key, "has no row")));
        evidence.books().read("""
                select a.id, a.storage_key from assets a left join generation_jobs j on j.id = a.job_id
                 where a.lifecycle_state <> 'purged' and (j.id is null or j.status <> 'succeeded')
                """, row -> {
            if (!Files.isReadable(objects.resolve(row.getString(2))))
                found.add(new Violation("assets " + row.getString(1), "has no object"));
            return row;
        });
        return found;
    }

    static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder))
            return List.of();
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
