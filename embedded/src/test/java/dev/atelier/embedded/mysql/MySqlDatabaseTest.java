package dev.atelier.embedded.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atelier.embedded.CannotStart;
import dev.atelier.embedded.Testbed;
import dev.atelier.embedded.part.EndingAll;
import dev.atelier.embedded.place.Folders;
import dev.atelier.embedded.place.Place;
import dev.atelier.embedded.port.Ports;
import dev.atelier.embedded.process.Launch;
import dev.atelier.embedded.process.Starting;
import dev.atelier.embedded.process.Stopping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the real tools/mysql-server of the checkout. */
class MySqlDatabaseTest {
    @TempDir
    Path folder;
    private final MySqlDatabase database = new MySqlDatabase(new Ports().from(13306), "atelier", "atelier", "secret",
            System.getenv());

    @AfterEach
    void end_what_was_started() {
        new EndingAll(folder.resolve("run")).end(part -> {
        });
    }

    @Test
    void survives_kill_9_with_its_rows_its_port_and_its_password() throws Exception {
        Files.createSymbolicLink(folder.resolve("tools"), Testbed.checkout().resolve("tools"));
        Place place = new Place(folder);
        Launch launch = launch(database.prepared(place));
        start(launch);
        database.createUnlessThere();
        database.createUnlessThere();
        execute("CREATE TABLE kept (word TEXT)");
        execute("INSERT INTO kept VALUES ('kept 月光 🌕')");

        new Stopping(folder.resolve("run")).kill("mysql");

        start(launch(database.prepared(place)));
        assertThat(text("SELECT word FROM kept")).isEqualTo("kept 月光 🌕");
        assertThat(text("SELECT version()")).doesNotContain("MariaDB");
        assertThatThrownBy(() -> DriverManager.getConnection(database.jdbc(), "root", ""))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void a_machine_where_no_server_can_be_had_says_what_to_install() throws IOException {
        Path tools = Folders.made(folder.resolve("tools"));
        Files.copy(Testbed.checkout().resolve("tools/mysql-server"), tools.resolve("mysql-server"));
        tools.resolve("mysql-server").toFile().setExecutable(true);
        var nowhere = new MySqlDatabase(1, "a", "a", "a",
                Map.of("MYSQLD", "/nowhere/mysqld", "PATH", "/usr/bin:/bin"));

        assertThatThrownBy(() -> nowhere.prepared(new Place(folder))).isInstanceOf(CannotStart.class)
                .hasMessageContainingAll("MYSQLD=/nowhere/mysqld", "install a MySQL server 8.4", "PostgreSQL");
    }

    private Launch launch(List<String> command) {
        return new Launch("mysql", command, System.getenv(), folder.toString(), folder.resolve("mysql.log").toString(),
                database.serverReady(), database.stop());
    }

    private void start(Launch launch) {
        Starting starting = new Starting(folder.resolve("run"));
        starting.awaitReady(launch, starting.start(launch), Duration.ofSeconds(120));
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
