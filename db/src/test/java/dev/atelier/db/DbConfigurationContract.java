package dev.atelier.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import dev.atelier.db.dialect.Dialect;
import dev.atelier.db.dialect.Ids;
import dev.atelier.db.testing.DbContract;

abstract class DbConfigurationContract extends DbContract {

    @Test
    void a_second_start_migrates_nothing() {
        assertThat(Migrating.run(db.database().source())).isZero();
    }

    @Test
    void instants_come_back_as_they_went() {
        Dialect dialect = db.get(Dialect.class);
        String id = Ids.next();
        Instant now = Instant.parse("2026-03-29T01:30:00.123456Z");
        db.sql().sql("insert into orgs (id, name, created_at, updated_at) values (?, 'x', ?, ?)").param(id)
                .param(dialect.instant(now)).param(dialect.instant(now)).update();

        Instant read = db.sql().sql("select created_at from orgs where id = ?").param(id)
                .query((row, number) -> dialect.instant(row, "created_at")).single();

        assertThat(read).isEqualTo(now);
    }

    @Test
    void the_database_writes_utc_where_the_application_wrote_nothing() {
        String id = Ids.next();
        db.sql().sql("insert into orgs (id, name) values (?, 'y')").param(id).update();

        Dialect dialect = db.get(Dialect.class);
        Instant read = db.sql().sql("select created_at from orgs where id = ?").param(id)
                .query((row, number) -> dialect.instant(row, "created_at")).single();

        assertThat(read).isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
    }
}
