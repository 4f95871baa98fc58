package dev.atelier.db.testing;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

import com.zaxxer.hikari.HikariDataSource;

import dev.atelier.db.Migrating;
import dev.atelier.db.dialect.Databases;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** Databases are copied from a migrated template, which takes a tenth of the time of migrating. */
final class PostgresServer {

    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static EmbeddedPostgres server;

    private PostgresServer() {
    }

    static synchronized TestDatabase fresh() {
        String template = "template_atelier";
        if (server == null) {
            server = start();
            execute("create database " + template);
            try (HikariDataSource source = open(template)) {
                Migrating.run(source);
            }
        }
        String name = "atelier_" + COUNTER.incrementAndGet();
        execute("create database " + name + " template " + template);
        return new TestDatabase("PostgreSQL", url(name), "postgres", "postgres", open(name));
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres started = EmbeddedPostgres.builder().setServerConfig("fsync", "off")
                    .setServerConfig("max_connections", "300").start();
            System.out.println("tests run on PostgreSQL " + version(started) + " at port " + started.getPort());
            return started;
        } catch (IOException broken) {
            throw new IllegalStateException("embedded PostgreSQL does not start", broken);
        }
    }

    private static String version(EmbeddedPostgres started) {
        try (Connection connection = started.getPostgresDatabase().getConnection()) {
            return connection.getMetaData().getDatabaseProductVersion();
        } catch (SQLException refused) {
            throw new IllegalStateException("cannot ask embedded PostgreSQL", refused);
        }
    }

    private static void execute(String sql) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException refused) {
            throw new IllegalStateException(sql, refused);
        }
    }

    private static String url(String name) {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + name;
    }

    private static HikariDataSource open(String name) {
        return Databases.open(url(name), "postgres", "postgres", 20);
    }
}
