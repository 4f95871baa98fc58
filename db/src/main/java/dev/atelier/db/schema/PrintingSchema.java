package dev.atelier.db.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The whole DDL as one script, and what its columns mean, for people who work on the database with other tools. */
public final class PrintingSchema {

    public static final List<String> DIALECTS = List.of("postgresql", "mysql");

    private PrintingSchema() {
    }

    /**
     * All migrations in their order: run on an empty database they make what this software works on.
     *
     * @throws IllegalArgumentException for a dialect that is not one of {@link #DIALECTS}
     */
    public static String ddl(String dialect) {
        if (!DIALECTS.contains(dialect)) {
            throw new IllegalArgumentException("there is no dialect '" + dialect + "'; there are "
                    + String.join(" and ", DIALECTS));
        }
        return migrations(dialect).stream()
                .map(file -> "-- " + file.getFilename() + "\n" + text(file))
                .collect(Collectors.joining("\n"));
    }

    /** Every column, each with its meaning in Chinese and English, as Markdown. */
    public static String meanings() {
        StringBuilder page = new StringBuilder("""
                # Fields and what they mean

                Printed by `java -jar atelier.jar schema --fields`. The Chinese text of a column that has a \
                comment in the database is that comment.
                """);
        for (String[] row : Table.rows("/atelier/meanings.tsv")) {
            page.append(row[1].isEmpty()
                    ? "\n## %s\n\n%s · %s\n\n| column | 中文 | English |\n|---|---|---|\n".formatted(row[0], row[2],
                            row[3])
                    : "| `%s` | %s | %s |\n".formatted(row[1], row[2], row[3]));
        }
        return page.toString();
    }

    private static List<Resource> migrations(String dialect) {
        try {
            return Arrays
                    .stream(new PathMatchingResourcePatternResolver()
                            .getResources("classpath:atelier/migration/" + dialect + "/V*.sql"))
                    .sorted(Comparator.comparingInt(PrintingSchema::version)).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static int version(Resource file) {
        String name = file.getFilename();
        return Integer.parseInt(name.substring(1, name.indexOf("__")));
    }

    private static String text(Resource file) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
