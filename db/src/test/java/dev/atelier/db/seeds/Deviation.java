package dev.atelier.db.seeds;

import java.util.List;
import java.util.regex.Pattern;

/**
 * One thing in which a database is not as the requirement wrote it.
 *
 * @param column {@code table.column}, or {@code table.index}
 * @param aspect missing, type, null, default, comment or index
 */
record Deviation(String column, String aspect, String seed, String ours) {

    @Override
    public String toString() {
        return column + " " + aspect + ": '" + seed + "' is '" + ours + "'";
    }

    /** A line of the corrections table; {@code *} in a column stands for any letters. */
    record Correction(String columns, List<String> aspects) {

        boolean covers(Deviation deviation) {
            String pattern = Pattern.quote(columns).replace("*", "\\E.*\\Q");
            return deviation.column().matches(pattern) && aspects.contains(deviation.aspect());
        }
    }
}
