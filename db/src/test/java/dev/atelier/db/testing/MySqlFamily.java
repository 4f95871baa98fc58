package dev.atelier.db.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import com.zaxxer.hikari.HikariDataSource;

import dev.atelier.db.Migrating;
import dev.atelier.db.dialect.Databases;

/** A running server that speaks MySQL's protocol (user root, no password), and databases in it. */
final class MySqlFamily {

    private static final String OPTIONS = "?allowPublicKeyRetrieval=true&sslMode=DISABLED";

    private final String address;
    private final String label;
    private final AtomicInteger counter = new AtomicInteger();
    private List<String> tables;
    private String template;

    /** @param address {@code jdbc:mysql://host:port} */
    MySqlFamily(String address) {
        this.address = address;
        String version = version();
        this.label = (version.contains("MariaDB") ? "MariaDB " : "MySQL ") + version;
        System.out.println("tests run on " + label + " at " + address);
    }

    /** Such as {@code MySQL 9.7.4}. */
    String label() {
        return label;
    }

    /** A copy of a database that was migrated once: making the tables as they ended is much faster than the way there. */
    TestDatabase fresh() {
        TestDatabase database = empty();
        try (Connection connection = database.source().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set foreign_key_checks = 0");
            for (String table : tables()) {
                statement.execute(table);
            }
            statement.execute("set foreign_key_checks = 1");
            statement.execute("insert into flyway_schema_history select * from " + template
                    + ".flyway_schema_history");
        } catch (SQLException refused) {
            throw new IllegalStateException("cannot copy " + template, refused);
        }
        return database;
    }

    /** What makes the tables of the migrated database, in any order. */
    private synchronized List<String> tables() throws SQLException {
        if (tables == null) {
            try (TestDatabase migrated = empty()) {
                Migrating.run(migrated.source());
                try (Connection connection = migrated.source().getConnection()) {
                    template = connection.getCatalog();
                }
                tables = tables(migrated);
            }
        }
        return tables;
    }

    private static List<String> tables(TestDatabase migrated) throws SQLException {
        List<String> made = new ArrayList<>();
        try (Connection connection = migrated.source().getConnection();
                Statement statement = connection.createStatement()) {
            List<String> names = new ArrayList<>();
            try (ResultSet row = statement.executeQuery("show full tables where table_type = 'BASE TABLE'")) {
                while (row.next()) {
                    names.add(row.getString(1));
                }
            }
            for (String name : names) {
                try (ResultSet row = statement.executeQuery("show create table `" + name + "`")) {
                    row.next();
                    made.add(row.getString(2));
                }
            }
        }
        return made;
    }

    TestDatabase empty() {
        String name = "atelier_" + ProcessHandle.current().pid() + "_" + counter.incrementAndGet();
        execute("create database " + name + " character set utf8mb4");
        String url = address + "/" + name + OPTIONS;
        HikariDataSource source = Databases.open(url, "root", "", 20);
        return new TestDatabase(label, url, "root", "", source);
    }

    static boolean answers(String address) {
        try (Connection connection = connect(address)) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private String version() {
        try (Connection connection = connect(address);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select version()")) {
            row.next();
            return row.getString(1);
        } catch (SQLException refused) {
            throw new IllegalStateException("cannot ask " + address, refused);
        }
    }

    private void execute(String sql) {
        try (Connection connection = connect(address); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException refused) {
            throw new IllegalStateException(sql, refused);
        }
    }

    private static Connection connect(String address) throws SQLException {
        return DriverManager.getConnection(address + "/" + OPTIONS, "root", "");
    }
}
