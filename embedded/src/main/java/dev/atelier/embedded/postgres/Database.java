package dev.atelier.embedded.postgres;

import dev.atelier.embedded.CannotStart;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The addresses of the demo's database, and the database itself. */
public record Database(int port, String name, String user, String password) {
    public String jdbc() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + name;
    }

    /** The form other tools take. */
    public String url() {
        return "postgresql://" + user + ":" + password + "@127.0.0.1:" + port + "/" + name;
    }

    /** Lets in as soon as the server does, before this database exists. */
    public String serverReady() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=" + user + "&password=" + password
                + "&connectTimeout=2&socketTimeout=5&loginTimeout=5";
    }

    public void createUnlessThere() {
        try (Connection connection = DriverManager.getConnection(serverReady());
                Statement statement = connection.createStatement()) {
            if (!exists(statement))
                statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new CannotStart("database " + name + " cannot be made: " + e.getMessage(), e);
        }
    }

    private boolean exists(Statement statement) throws SQLException {
        try (ResultSet found = statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + name + "'")) {
            return found.next();
        }
    }
}
