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

    /** One embedded MariaDB serves all tests of a JVM. It speaks MySQL's protocol, but it is not MySQL. */
    public static TestDatabase mariaDb() {
        return MariaDbServer.server().fresh();
    }

    /** One real MySQL serves all tests of a JVM; see {@code tools/mysql-server}. */
    public static TestDatabase mySql() {
        return MySqlServer.server().fresh();
    }

    @Override
    public void close() {
        source.close();
    }
}
