package dev.atelier.db.testing;

import com.zaxxer.hikari.HikariDataSource;

/** A real database of its own, migrated, for one test class. Closing it closes its connections; the server goes on. */
public record TestDatabase(String server, String url, String user, String password, HikariDataSource source)
        implements
            AutoCloseable {

    /** One embedded PostgreSQL serves all tests of a JVM. */
    public static TestDatabase postgres() {
        return PostgresServer.fresh();
    }

    /**
     * One embedded MariaDB serves all tests of a JVM. With {@code ATELIER_TEST_MYSQL=jdbc:mysql://host:port} (user
     * root, no password) a real MySQL server takes its place.
     */
    public static TestDatabase mariaDb() {
        return MariaDbServer.fresh();
    }

    @Override
    public void close() {
        source.close();
    }
}
