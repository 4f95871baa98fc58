package dev.atelier.db.seeds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import dev.atelier.db.seeds.Deviation.Correction;

/** The table of corrections as docs/data-model.md prints it for people. */
final class Corrections {

    static final Path PAGE = Path.of("..", "docs", "data-model.md");
    private static final Pattern LINE = Pattern.compile("^\\| `([\\w.*]+)` \\| ([a-z, ]+) \\|.*");

    private Corrections() {
    }

    static List<Correction> listed() throws IOException {
        return Files.readAllLines(PAGE).stream().map(LINE::matcher).filter(line -> line.matches())
                .map(line -> new Correction(line.group(1), List.of(line.group(2).split(", ")))).toList();
    }
}
