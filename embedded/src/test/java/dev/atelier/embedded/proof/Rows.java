package dev.atelier.embedded.proof;

import dev.atelier.embedded.postgres.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/** The database, past everything: to prepare what takes a night to come about, and to look at what stayed. */
final class Rows {
    private final Database database;

    Rows(Database database) {
        this.database = database;
    }

    long number(String sql) {
        return Long.parseLong(one(sql).values().iterator().next());
    }

    /** One row, its values as text, null as {@code "null"}. */
    Map<String, String> one(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            if (!row.next())
                throw new AssertionError("no row: " + sql);
            Map<String, String> values = new LinkedHashMap<>();
            for (int column = 1; column <= row.getMetaData().getColumnCount(); column++)
                values.put(row.getMetaData().getColumnLabel(column), String.valueOf(row.getString(column)));
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    void run(String sql) {
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(database.jdbc(), database.user(), database.password());
    }
}
