package dev.atelier.embedded.postgres;

import dev.atelier.embedded.CannotStart;
import dev.atelier.embedded.database.Database;
import dev.atelier.embedded.place.Place;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** PostgreSQL as it comes with the build. */
public record PostgresDatabase(int port, String name, String user, String password) implements Database {
    @Override
    public String part() {
        return "postgres";
    }

    @Override
    public List<String> prepared(Place place) {
        Cluster cluster = new Cluster(PostgresBinaries.unpackedUnder(place.tools()), place.postgres(), user, password);
        cluster.prepare();
        Cluster.forgetStaleLock(cluster.data());
        return cluster.command(port);
    }

    @Override
    public String stop() {
        return "INT";
    }

    @Override
    public String jdbc() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + name;
    }

    @Override
    public String url() {
        return "postgresql://" + user + ":" + password + "@127.0.0.1:" + port + "/" + name;
    }

    @Override
    public String serverReady() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=" + user + "&password=" + password
                + "&connectTimeout=2&socketTimeout=5&loginTimeout=5";
    }

    @Override
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
