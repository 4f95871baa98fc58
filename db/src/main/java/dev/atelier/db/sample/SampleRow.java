package dev.atelier.db.sample;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;

import dev.atelier.db.dialect.Dialect;
import dev.atelier.db.dialect.Ids;
import dev.atelier.db.dialect.Json;

/** One row about to be written; collections become JSON. Column names are this package's own, never a user's. */
final class SampleRow {

    private final String table;
    private final Map<String, Object> cells = new LinkedHashMap<>();

    private SampleRow(String table) {
        this.table = table;
    }

    static SampleRow of(String table) {
        return new SampleRow(table).with("id", Ids.next());
    }

    SampleRow with(String column, Object value) {
        cells.put(column, value);
        return this;
    }

    String table() {
        return table;
    }

    String id() {
        return (String) cells.get("id");
    }

    String write(JdbcClient jdbc, Dialect dialect) {
        var columns = cells.keySet().stream().map(dialect::quoted).toList();
        var values = cells.values().stream().map(value -> cell(value, dialect)).toList();
        jdbc.sql("insert into " + table + " (" + String.join(", ", columns) + ") values ("
                + "?, ".repeat(values.size() - 1) + "?)").params(values).update();
        return id();
    }

    private static Object cell(Object value, Dialect dialect) {
        return switch (value) {
            case Instant instant -> dialect.instant(instant);
            case Map<?, ?> map -> Json.write(map);
            case Iterable<?> list -> Json.write(list);
            case null, default -> value;
        };
    }
}
