package dev.atelier.db.schema;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A resource of lines and tabs, its first line the heading. */
public final class Table {

    private Table() {
    }

    /** The rows below the heading; each has as many cells as the heading. */
    public static List<String[]> rows(String resource) {
        InputStream found = Table.class.getResourceAsStream(resource);
        if (found == null) {
            throw new IllegalStateException("the resource " + resource + " is missing");
        }
        try (var lines = new BufferedReader(new InputStreamReader(found, StandardCharsets.UTF_8))) {
            int cells = lines.readLine().split("\t", -1).length;
            return lines.lines().map(line -> line.split("\t", cells)).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
