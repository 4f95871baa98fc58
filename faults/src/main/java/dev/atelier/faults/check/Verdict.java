package dev.atelier.faults.check;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What each invariant has to say. */
public record Verdict(List<Line> lines) {
    private static final int SHOWN = 10;

    /** @param violations null where it cannot be judged here */
    public record Line(String name, String says, List<Violation> violations) {
    }

    public boolean good() {
        return lines.stream().allMatch(line -> line.violations() == null || line.violations().isEmpty());
    }

    /** Names of the invariants that are broken. */
    public List<String> broken() {
        return lines.stream().filter(line -> line.violations() != null && !line.violations().isEmpty())
                .map(Line::name).toList();
    }

    public List<Violation> of(String name) {
        return lines.stream().filter(line -> line.name().equals(name)).findFirst().orElseThrow().violations();
    }

    /** A table, and below it where each violation is to be seen. */
    @Override
    public String toString() {
        String table = lines.stream().map(line -> String.format(Locale.ROOT, "%-4s %-58s %s", line.name(), line.says(),
                line.violations() == null ? "not judged" : line.violations().size())).collect(Collectors.joining("\n"));
        String where = lines.stream().filter(line -> line.violations() != null)
                .flatMap(line -> line.violations().stream().limit(SHOWN).map(each -> line.name() + " " + each))
                .collect(Collectors.joining("\n"));
        return "     invariant                                                  violations\n" + table
                + (where.isEmpty() ? "" : "\n\n" + where);
    }
}
