package dev.atelier.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import dev.atelier.db.retention.MonthlyLogs;
import dev.atelier.db.testing.TestDatabase;

/** Two complete folders, one schema. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MigrationFoldersTest {

    private static final Set<String> INSIDE_JSON = Set.of("response_payload_jsonb", "metrics_jsonb");

    private TestDatabase postgres;
    private TestDatabase mariaDb;

    @BeforeAll
    void open() {
        postgres = TestDatabase.postgres();
        mariaDb = TestDatabase.mariaDb();
    }

    @AfterAll
    void close() {
        postgres.close();
        mariaDb.close();
    }

    @Test
    void both_databases_have_the_same_tables_and_columns() throws SQLException {
        assertThat(columns(mariaDb)).isEqualTo(columns(postgres));
    }

    @Test
    void both_databases_have_the_same_unique_keys_and_indexes() throws SQLException {
        assertThat(indexes(mariaDb)).containsAll(indexes(postgres));
    }

    /** Table and column, in order, each with its family of types and whether it may be NULL. */
    private static Map<String, List<String>> columns(TestDatabase database) throws SQLException {
        Map<String, List<String>> tables = new TreeMap<>();
        try (Connection connection = database.source().getConnection();
                ResultSet row = connection.getMetaData().getColumns(connection.getCatalog(), connection.getSchema(),
                        "%",
                        "%")) {
            while (row.next()) {
                String table = row.getString("TABLE_NAME");
                if (ours(connection, table)) {
                    tables.computeIfAbsent(table, name -> new ArrayList<>()).add(row.getString("COLUMN_NAME") + " "
                            + family(row.getString("TYPE_NAME")) + " " + row.getString("IS_NULLABLE"));
                }
            }
        }
        return tables;
    }

    private static boolean ours(Connection connection, String table) throws SQLException {
        try (ResultSet row = connection.getMetaData().getTables(connection.getCatalog(), connection.getSchema(), table,
                new String[]{"TABLE", "PARTITIONED TABLE"})) {
            return row.next() && !table.startsWith("flyway") && !MonthlyLogs.isPart(table);
        }
    }

    private static String family(String type) {
        return switch (type.toLowerCase().replace(" unsigned", "")) {
            case "uuid", "char", "bpchar", "varchar", "text", "mediumtext", "longtext", "json", "jsonb" -> "text";
            case "int", "int4" -> "int";
            case "bigint", "int8" -> "bigint";
            case "smallint", "int2" -> "smallint";
            case "timestamptz", "datetime" -> "instant";
            case "bool", "bit", "boolean", "tinyint" -> "boolean";
            case "bytea", "mediumblob" -> "bytes";
            case "numeric", "decimal" -> "numeric";
            default -> type;
        };
    }

    /**
     * By what they hold: names bear the table's on PostgreSQL, where they are unique in the whole schema. What is
     * indexed inside a JSON value is a column of its own on MySQL.
     */
    private static Set<String> indexes(TestDatabase database) throws SQLException {
        Map<String, String> indexes = new TreeMap<>();
        for (String table : columns(database).keySet()) {
            try (Connection connection = database.source().getConnection();
                    ResultSet row = connection.getMetaData().getIndexInfo(connection.getCatalog(),
                            connection.getSchema(), table, false, true)) {
                while (row.next()) {
                    String name = row.getString("INDEX_NAME");
                    String column = row.getString("COLUMN_NAME");
                    if (name != null && !name.equals("PRIMARY") && !name.endsWith("_pkey") && !name.endsWith("_search")
                            && !INSIDE_JSON.contains(column)) {
                        indexes.merge(table + "." + name, (row.getBoolean("NON_UNIQUE") ? "" : "unique ") + column,
                                (some, more) -> some + "," + column);
                    }
                }
            }
        }
        return indexes.entrySet().stream().map(each -> each.getKey().split("[.]")[0] + " " + each.getValue())
                .collect(Collectors.toSet());
    }
}
