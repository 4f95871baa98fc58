package dev.atelier.db.seeds;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import dev.atelier.db.retention.MonthlyLogs;

/** What a database says of itself: columns and indexes, in words that mean the same on each. */
record LiveSchema(Map<String, Column> columns, Map<String, Map<String, Index>> indexes) {

    record Column(String family, boolean nullable, String standard, String comment) {
    }

    record Index(List<String> columns, boolean unique) {
    }

    static LiveSchema of(DataSource source) throws SQLException {
        Map<String, Column> columns = new HashMap<>();
        Map<String, Map<String, Index>> indexes = new HashMap<>();
        try (Connection connection = source.getConnection()) {
            DatabaseMetaData data = connection.getMetaData();
            try (ResultSet row = data.getColumns(connection.getCatalog(), connection.getSchema(), "%", "%")) {
                while (row.next()) {
                    if (MonthlyLogs.isPart(row.getString("TABLE_NAME"))) {
                        continue;
                    }
                    columns.put(row.getString("TABLE_NAME") + "." + row.getString("COLUMN_NAME"), column(row));
                }
            }
            for (String table : columns.keySet().stream().map(each -> each.split("[.]")[0]).distinct().toList()) {
                indexes.put(table, indexes(connection, data, table));
            }
        }
        return new LiveSchema(columns, indexes);
    }

    private static Column column(ResultSet row) throws SQLException {
        String comment = row.getString("REMARKS");
        return new Column(family(row.getString("TYPE_NAME").toLowerCase(), row.getInt("COLUMN_SIZE")),
                "YES".equals(row.getString("IS_NULLABLE")), standard(row.getString("COLUMN_DEF")),
                comment == null ? "" : comment);
    }

    private static String family(String type, int size) {
        return switch (type.replace(" unsigned", "")) {
            case "uuid" -> "uuid";
            case "char", "bpchar" -> size == 36 ? "uuid" : "text";
            case "varchar", "text", "mediumtext" -> "text";
            case "json", "jsonb", "longtext" -> "json";
            case "int", "int4", "bigint", "int8" -> "int";
            case "smallint", "int2" -> "code";
            case "timestamptz", "datetime" -> "instant";
            case "bool", "bit", "boolean", "tinyint" -> "boolean";
            case "numeric", "decimal" -> "numeric";
            default -> type;
        };
    }

    /** A default as the requirement would write it. */
    private static String standard(String written) {
        if (written == null || "NULL".equalsIgnoreCase(written)) {
            return "";
        }
        String bare = written.replaceAll("::[a-z ]+$", "").replaceAll("^\\((.*)\\)$", "$1")
                .replaceAll("^_utf8mb4", "").replaceAll("[\\\\']", "");
        return switch (bare.toLowerCase()) {
            case "now()", "utc_timestamp(6)", "current_timestamp(6)" -> "now";
            case "false" -> "0";
            case "true" -> "1";
            default -> bare;
        };
    }

    private static Map<String, Index> indexes(Connection connection, DatabaseMetaData data, String table)
            throws SQLException {
        Map<String, Index> indexes = new LinkedHashMap<>();
        try (ResultSet row = data.getIndexInfo(connection.getCatalog(), connection.getSchema(), table, false, true)) {
            while (row.next()) {
                if (row.getString("INDEX_NAME") != null) {
                    boolean unique = !row.getBoolean("NON_UNIQUE");
                    indexes.computeIfAbsent(row.getString("INDEX_NAME"),
                            name -> new Index(new ArrayList<>(), unique)).columns().add(row.getString("COLUMN_NAME"));
                }
            }
        }
        return indexes;
    }
}
