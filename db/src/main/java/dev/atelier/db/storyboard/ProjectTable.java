package dev.atelier.db.storyboard;

import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;

import dev.atelier.domain.Word;

/**
 * What the studio's table of shots and its columns are called; most studios had one before they had this software. It
 * needs a unique key over organisation, project and storyboard.
 *
 * @param table   a name, or schema and name with a dot between
 * @param columns those whose names differ from the words of {@link Column}
 */
public record ProjectTable(String table, Map<Column, String> columns) {

    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,62}");
    public static final ProjectTable STANDARD = new ProjectTable("inference_project", Map.of());

    public enum Column implements Word {
        ORG_ID, PROJECT_ID, STORYBOARD_ID, WORK_ID, PROJECT_NAME, STORYBOARD_NAME, SHOT_ORDER, CHOSEN_ASSET_ID, IS_DELETED, IMAGE_STATUS, IMAGE_RECORD_ID, IMAGE_URLS, IMAGE_LOCAL_PATHS, IMAGE_ACCOUNT_IDS, IMAGE_COUNT, VIDEO_STATUS, VIDEO_RECORD_ID, VIDEO_URLS, VIDEO_LOCAL_PATHS, VIDEO_ACCOUNT_IDS, VIDEO_COUNT, VERSION, UPDATE_TIME
    }

    public ProjectTable {
        String[] parts = table.split("\\.", -1);
        if (parts.length > 2) {
            throw new IllegalArgumentException("'" + table + "' is no table name: at most schema.table");
        }
        for (String part : parts) {
            identifier(part);
        }
        columns.values().forEach(ProjectTable::identifier);
        Map<Column, String> all = new EnumMap<>(Column.class);
        for (Column column : Column.values()) {
            all.put(column, columns.getOrDefault(column, column.word()));
        }
        if (all.values().stream().distinct().count() < all.size()) {
            throw new IllegalArgumentException("two columns of " + table + " bear one name: " + all.values());
        }
        columns = Map.copyOf(all);
    }

    private static void identifier(String name) {
        if (!IDENTIFIER.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "'" + name + "' cannot name a table or column: letters, digits and _ only, at most 63");
        }
    }

    /** @throws IllegalArgumentException naming the columns there are, when a key of {@code columns} is none */
    public static ProjectTable named(String table, Map<String, String> columns) {
        Map<Column, String> known = new EnumMap<>(Column.class);
        columns.forEach((column, name) -> known.put(Word.of(Column.class, column.replace('-', '_')), name));
        return new ProjectTable(table, known);
    }
}
