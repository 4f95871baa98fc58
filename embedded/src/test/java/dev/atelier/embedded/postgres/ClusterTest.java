package dev.atelier.embedded.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.embedded.part.EndingAll;
import dev.atelier.embedded.port.Ports;
import dev.atelier.embedded.process.Launch;
import dev.atelier.embedded.process.Starting;
import dev.atelier.embedded.process.Stopping;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterTest {
    @TempDir
    Path folder;
    private PostgresDatabase database;

    @AfterEach
    void end_what_was_started() {
        new EndingAll(folder.resolve("run")).end(part -> {
        });
    }

    @Test
    void survives_kill_9_with_its_rows_its_port_and_its_password() throws Exception {
        database = new PostgresDatabase(new Ports().from(15432), "atelier", "atelier", "secret");
        Launch launch = start();
        database.createUnlessThere();
        database.createUnlessThere();
        execute("CREATE TABLE kept (word TEXT); INSERT INTO kept VALUES ('kept')");

        new Stopping(folder.resolve("run")).kill("postgres");
        assertThat(folder.resolve("postgres/postmaster.pid")).exists();
        // As after a reboot: the id in the lock file now belongs to another program.
        Files.writeString(folder.resolve("postgres/postmaster.pid"), ProcessHandle.current().pid() + "\n");

        Cluster.forgetStaleLock(folder.resolve("postgres"));
        start(launch);
        assertThat(text("SELECT word FROM kept")).isEqualTo("kept");
    }

    @Test
    void searches_chinese_by_trigrams() throws Exception {
        database = new PostgresDatabase(new Ports().from(15432), "atelier", "atelier", "secret");
        start();
        database.createUnlessThere();
        execute("CREATE EXTENSION pg_trgm");
        assertThat(text("SELECT cardinality(show_trgm('月光下的城市'))")).isEqualTo("7");
    }

    private Launch start() {
        Path tools = Path.of("..", ".tools").toAbsolutePath().normalize();
        Cluster cluster = new Cluster(PostgresBinaries.unpackedUnder(tools), folder.resolve("postgres"), "atelier",
                "secret");
        cluster.prepare();
        Launch launch = new Launch("postgres", cluster.command(database.port()), System.getenv(), folder.toString(),
                folder.resolve("postgres.log").toString(), database.serverReady(), "INT");
        start(launch);
        return launch;
    }

    private void start(Launch launch) {
        Starting starting = new Starting(folder.resolve("run"));
        starting.awaitReady(launch, starting.start(launch), Duration.ofSeconds(60));
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String text(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(database.jdbc(), database.user(), database.password());
    }
}
