package dev.atelier.embedded.mysql;

import dev.atelier.embedded.CannotStart;
import dev.atelier.embedded.database.Database;
import dev.atelier.embedded.place.Place;
import dev.atelier.embedded.tool.Tool;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/** Real MySQL, as {@code tools/mysql-server} finds or fetches it. */
public record MySqlDatabase(int port, String name, String user, String password, Map<String, String> environment)
        implements
            Database {
    private static final String OPTIONS = "?allowPublicKeyRetrieval=true&sslMode=DISABLED";

    @Override
    public String part() {
        return "mysql";
    }

    @Override
    public String jdbc() {
        return "jdbc:mysql://127.0.0.1:" + port + "/" + name + OPTIONS;
    }

    @Override
    public String url() {
        return "mysql://" + user + ":" + password + "@127.0.0.1:" + port + "/" + name;
    }

    @Override
    public String serverReady() {
        return "jdbc:mysql://127.0.0.1:" + port + "/" + OPTIONS + "&user=" + user + "&password=" + password
                + "&connectTimeout=2000&socketTimeout=5000";
    }

    @Override
    public List<String> prepared(Place place) {
        DataFolder data = switch (new Tool(place.root(), "mysql-server", environment).find()) {
            case Tool.Found found -> new DataFolder(found.path(), place.mysql(), user, password);
            case Tool.None none -> throw new CannotStart("no MySQL server: " + none.because()
                    + "\n  Without --mysql everything runs on PostgreSQL, which comes with the build.");
        };
        data.prepare();
        return data.command(port);
    }

    @Override
    public String stop() {
        return "TERM";
    }

    @Override
    public void createUnlessThere() {
        try (Connection connection = DriverManager.getConnection(serverReady());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE IF NOT EXISTS " + name + " CHARACTER SET utf8mb4");
        } catch (SQLException e) {
            throw new CannotStart("database " + name + " cannot be made: " + e.getMessage(), e);
        }
    }

    @Override
    public String toString() {
        return "MySqlDatabase[" + port + "]";
    }
}
