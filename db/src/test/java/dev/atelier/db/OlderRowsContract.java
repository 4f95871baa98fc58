package dev.atelier.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.zaxxer.hikari.HikariDataSource;

import dev.atelier.db.dialect.Databases;
import dev.atelier.db.dialect.Dialect;
import dev.atelier.db.dialect.Ids;
import dev.atelier.db.testing.TestDatabase;

/** A database that was used before: what lies in it comes through the migrations. */
abstract class OlderRowsContract {

    private TestDatabase database;
    private Dialect dialect;

    protected abstract TestDatabase database();

    /** As it was before logs were kept by month. */
    @BeforeEach
    void a_database_of_an_older_version() throws SQLException {
        database = database();
        dialect = Databases.dialect(database.source());
        boolean postgres = dialect.vendor().equals("postgresql");
        try (Connection connection = database.source().getConnection();
                Statement statement = connection.createStatement()) {
            String name = postgres ? "public" : connection.getCatalog();
            statement.execute("drop schema " + name + (postgres ? " cascade" : ""));
            statement.execute("create schema " + name);
        }
        database.source().unwrap(HikariDataSource.class).getHikariPoolMXBean().softEvictConnections();
        Flyway.configure().dataSource(database.source()).locations("classpath:atelier/migration/" + dialect.vendor())
                .target("43").load().migrate();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private JdbcClient sql() {
        return JdbcClient.create(database.source());
    }

    private long rows(String table) {
        return sql().sql("select count(*) from " + table).query(Long.class).single();
    }

    @Test
    void logs_keep_all_their_rows_also_those_of_a_clock_that_was_ahead() {
        String org = Ids.next();
        Instant now = Instant.now();
        for (Instant then : List.of(Instant.parse("2026-01-01T00:00:00Z"), now, now.plusSeconds(45L * 86_400),
                now.plusSeconds(4_000L * 86_400))) {
            String id = Ids.first(then).replace("-0000-0000-", "-7000-8000-");
            Object at = dialect.instant(then);
            sql().sql("insert into job_events (id, org_id, job_id, type, at) values (?, ?, ?, 'x', ?)")
                    .params(id, org, org, at).update();
            sql().sql("insert into provider_requests (id, org_id, provider, operation, request_ts, created_at,"
                    + " response_payload_jsonb) values (?, ?, 'ark', 'submit', ?, ?, ?)")
                    .params(id, org, at, at, "{\"error\":{\"code\":\"busy\"}}").update();
            sql().sql("insert into audit_logs (id, org_id, actor, action, subject_type, created_at)"
                    + " values (?, ?, 'a', 'x', 'job', ?)").params(id, org, at).update();
        }

        assertThat(Migrating.run(database.source())).isPositive();

        for (String log : List.of("job_events", "provider_requests", "audit_logs")) {
            assertThat(rows(log)).as(log).isEqualTo(4);
        }
        assertThat(rows("provider_requests where response_error = 'busy'")).isEqualTo(4);
    }

    @Test
    void of_two_limits_of_one_organisation_the_later_stays() {
        String org = Ids.next();
        sql().sql("insert into orgs (id, name) values (?, 'older')").param(org).update();
        for (int limit : new int[]{10, 20}) {
            sql().sql("insert into rate_limits (id, org_id, \"window\", max_requests) values (?, ?, 'minute', ?)"
                    .replace("\"", dialect.vendor().equals("mysql") ? "`" : "\""))
                    .params(Ids.next(), org, limit).update();
        }

        Migrating.run(database.source());

        assertThat(sql().sql("select max_requests from rate_limits where org_id = ?").param(org)
                .query(Integer.class).list()).containsExactly(20);
    }
}
