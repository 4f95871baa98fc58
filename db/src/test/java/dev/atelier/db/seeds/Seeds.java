package dev.atelier.db.seeds;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.atelier.db.schema.Table;
import dev.atelier.db.seeds.LiveSchema.Column;
import dev.atelier.db.seeds.LiveSchema.Index;

/**
 * The columns and indexes both requirement documents list, and how a database differs from them. Where a document says
 * nothing (an empty cell), nothing is compared.
 */
final class Seeds {

    private Seeds() {
    }

    /** @param prefixed whether index names bear the table's name, because names are unique in a whole schema */
    static List<Deviation> deviations(LiveSchema live, boolean prefixed) {
        List<Deviation> found = new ArrayList<>();
        for (String[] seed : Table.rows("/seeds/columns.tsv")) {
            column(seed, live.columns().get(seed[0] + "." + seed[1]), found);
        }
        for (String[] seed : Table.rows("/seeds/indexes.tsv")) {
            index(seed, live, prefixed, found);
        }
        return found;
    }

    private static void column(String[] seed, Column ours, List<Deviation> found) {
        String name = seed[0] + "." + seed[1];
        if (ours == null) {
            found.add(new Deviation(name, "missing", seed[2], "not there"));
            return;
        }
        compare(found, name, "type", seed[2], ours.family());
        compare(found, name, "null", seed[3], ours.nullable() ? "yes" : "no");
        if (!seed[3].isEmpty()) {
            compareDefault(found, name, seed[4], ours.standard());
        }
        compare(found, name, "comment", seed[5], ours.comment());
    }

    private static void compare(List<Deviation> found, String name, String aspect, String seed, String ours) {
        if (!seed.isEmpty() && !seed.equals(ours)) {
            found.add(new Deviation(name, aspect, seed, ours));
        }
    }

    private static void compareDefault(List<Deviation> found, String name, String seed, String ours) {
        if (!seed.equals(ours)) {
            found.add(new Deviation(name, "default", seed, ours));
        }
    }

    private static void index(String[] seed, LiveSchema live, boolean prefixed, List<Deviation> found) {
        List<String> columns = List.of(seed[2].split(" "));
        boolean unique = "unique".equals(seed[3]);
        Map<String, Index> ours = live.indexes().getOrDefault(seed[0], Map.of());
        if (seed[1].isEmpty()) {
            boolean there = ours.values().stream().anyMatch(index -> fits(index, columns, unique));
            if (!there) {
                found.add(new Deviation(seed[0] + "." + seed[2].replace(' ', '_'), "index", seed[2], "not there"));
            }
            return;
        }
        Index named = ours.get(prefixed ? seed[0] + "_" + seed[1] : seed[1]);
        if (named == null || !fits(named, columns, unique)) {
            found.add(new Deviation(seed[0] + "." + seed[1], "index", seed[2], String.valueOf(named)));
        }
    }

    private static boolean fits(Index index, List<String> columns, boolean unique) {
        return index.columns().equals(columns) && (!unique || index.unique());
    }
}
