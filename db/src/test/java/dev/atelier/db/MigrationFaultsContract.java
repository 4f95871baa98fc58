package dev.atelier.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.zaxxer.hikari.HikariDataSource;

import dev.atelier.db.dialect.Databases;
import dev.atelier.db.testing.TestDatabase;

/** A database that stands between two versions: told what to do, never half used. */
abstract class MigrationFaultsContract {

    private TestDatabase database;

    protected abstract TestDatabase database();

    /** As software of version 4 left it. */
    @BeforeEach
    void a_database_of_an_older_version() throws SQLException {
        database = database();
        boolean postgres = vendor().equals("postgresql");
        try (Connection connection = database.source().getConnection()) {
            String name = postgres ? "public" : connection.getCatalog();
            run("drop schema " + name + (postgres ? " cascade" : ""));
            run("create schema " + name);
        }
        database.source().unwrap(HikariDataSource.class).getHikariPoolMXBean().softEvictConnections();
        Flyway.configure().dataSource(database.source()).locations("classpath:atelier/migration/" + vendor())
                .target("4").load().migrate();
    }

    @AfterEach
    void close() {
        if (database != null) {
            database.close();
        }
    }

    @Test
    void one_that_is_behind_is_refused_where_nobody_may_migrate_and_brought_up_where_one_may() {
        assertThatThrownBy(() -> Migrating.check(database.source())).isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("lacks", "the first is 5", "atelier.jar migrate");

        assertThat(Migrating.run(database.source())).isPositive();

        Migrating.check(database.source());
    }

    /** The second table of the next migration is in the way, as after a kill between its statements. */
    @Test
    void a_migration_that_breaks_off_half_way_says_what_to_do_and_that_helps() throws SQLException {
        run("create table model_assets (id int)");

        assertThatThrownBy(() -> Migrating.run(database.source())).isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("broke off", "V5__assets.sql", "model_assets", "start again");

        if (vendor().equals("mysql")) {
            assertThatThrownBy(() -> Migrating.run(database.source())).isInstanceOf(IllegalStateException.class)
                    .hasMessageContainingAll("migration 5", "broke off", "flyway_schema_history");
            run("drop table assets");
            run("delete from flyway_schema_history where success = 0");
        }
        run("drop table model_assets");

        assertThat(Migrating.run(database.source())).isPositive();
        Migrating.check(database.source());
    }

    private String vendor() throws SQLException {
        return Databases.dialect(database.source()).vendor();
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.source().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
