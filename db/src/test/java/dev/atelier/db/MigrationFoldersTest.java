package dev.atelier.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import dev.atelier.db.testing.TestDatabase;

/** Two complete folders, one schema. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MigrationFoldersTest {

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
        assertThat(indexes(mariaDb)).containsAllEntriesOf(indexes(postgres));
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
                new String[]{"TABLE"})) {
            return row.next() && !table.startsWith("flyway");
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
            case "numeric", "decimal" -> "numeric";
            default -> type;
        };
    }

    private static Map<String, String> indexes(TestDatabase database) throws SQLException {
        Map<String, String> indexes = new TreeMap<>();
        for (String table : columns(database).keySet()) {
            try (Connection connection = database.source().getConnection();
                    ResultSet row = connection.getMetaData().getIndexInfo(connection.getCatalog(),
                            connection.getSchema(), table, false, true)) {
                while (row.next()) {
                    String name = row.getString("INDEX_NAME");
                    if (name != null && !name.equals("PRIMARY") && !name.endsWith("_pkey")) {
                        indexes.merge(table + "." + name + (row.getBoolean("NON_UNIQUE") ? "" : " unique"),
                                row.getString("COLUMN_NAME"), (some, more) -> some + "," + more);
                    }
                }
            }
        }
        return indexes;
    }
}
