package dev.atelier.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.atelier.db.dialect.Dialect;
import dev.atelier.db.dialect.Ids;
import dev.atelier.db.testing.DbContract;

/** An instant is the same one wherever the process or the session that writes or reads it thinks it is. */
abstract class ZonesContract extends DbContract {

    /** In an hour that New York's clocks had twice, and Los Angeles' too, three hours later. */
    private static final Instant INSTANT = Instant.parse("2026-11-01T09:30:00.123456Z");

    @Test
    void processes_in_three_zones_read_and_write_the_same_instant() throws Exception {
        String here = org(INSTANT);

        for (String zone : List.of("Asia/Shanghai", "America/Los_Angeles", "Asia/Kathmandu")) {
            List<String> said = elsewhere(zone, here, INSTANT);

            assertThat(said.getFirst()).as("read in " + zone).isEqualTo(INSTANT.toString());
            assertThat(read(said.getLast())).as("written in " + zone).isEqualTo(INSTANT);
        }
    }

    @Test
    void a_session_of_other_software_in_shanghai_gets_utc_from_the_defaults() throws SQLException {
        String id = Ids.next();
        boolean postgres = db.get(Dialect.class).vendor().equals("postgresql");
        try (Connection connection = db.database().source().getConnection();
                Statement session = connection.createStatement()) {
            session.execute(postgres ? "set time zone 'Asia/Shanghai'" : "set time_zone = '+08:00'");
            session.execute("insert into orgs (id, name) values ('" + id + "', 'shanghai')");
            session.execute("update orgs set name = 'shanghai 2' where id = '" + id + "'");
            session.execute(postgres ? "reset time zone" : "set time_zone = default");
        }

        Instant now = Instant.now();
        assertThat(read(id)).isBetween(now.minusSeconds(60), now.plusSeconds(60));
    }

    private String org(Instant created) {
        Dialect dialect = db.get(Dialect.class);
        String id = Ids.next();
        db.sql().sql("insert into orgs (id, name, created_at, updated_at) values (?, ?, ?, ?)").param(id).param(id)
                .param(dialect.instant(created)).param(dialect.instant(created)).update();
        return id;
    }

    private Instant read(String id) {
        return db.sql().sql("select created_at from orgs where id = ?").param(id)
                .query((row, number) -> db.get(Dialect.class).instant(row, "created_at")).single();
    }

    private List<String> elsewhere(String zone, String id, Instant written) throws IOException {
        Process child = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.timezone=" + zone, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp",
                System.getProperty("java.class.path"), InAnotherZone.class.getName(), db.database().url(),
                db.database().user(), db.database().password(), id, written.toString()).redirectErrorStream(true)
                .start();
        List<String> said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines()
                .filter(line -> line.startsWith("> ")).map(line -> line.substring(2)).toList();
        assertThat(child.onExit().join().exitValue()).isZero();
        return said;
    }
}
