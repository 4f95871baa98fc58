package dev.atelier.embedded.testbed;

import dev.atelier.embedded.database.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The database, past everything: to prepare what takes a night to come about, and to look at what stayed. */
public final class Rows {
    private final Database database;

    public Rows(Database database) {
        this.database = database;
    }

    public long number(String sql) {
        return Long.parseLong(one(sql).values().iterator().next());
    }

    /** One row, its values as text, null as {@code "null"}. */
    public Map<String, String> one(String sql) {
        List<Map<String, String>> all = all(sql);
        if (all.isEmpty())
            throw new AssertionError("no row: " + sql);
        return all.getFirst();
    }

    /** Every row, its values as text, null as {@code "null"}. */
    public List<Map<String, String>> all(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<Map<String, String>> all = new ArrayList<>();
            while (row.next()) {
                Map<String, String> values = new LinkedHashMap<>();
                for (int column = 1; column <= row.getMetaData().getColumnCount(); column++)
                    values.put(row.getMetaData().getColumnLabel(column), String.valueOf(row.getString(column)));
                all.add(values);
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    public void run(String sql) {
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
