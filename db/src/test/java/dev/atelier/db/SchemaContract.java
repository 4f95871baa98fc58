package dev.atelier.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.zaxxer.hikari.HikariDataSource;

import dev.atelier.db.dialect.Dialect;
import dev.atelier.db.dialect.Ids;
import dev.atelier.db.tenant.Organisations;
import dev.atelier.db.testing.DbContract;
import dev.atelier.db.testing.TestDatabase;

/** What the database itself refuses, whatever the software does. */
abstract class SchemaContract extends DbContract {

    private void submission(String job, int attempt, String state, String line, String heldBy, Integer slot,
            String openKey, String remoteKey) {
        Object now = db.get(Dialect.class).instant(Instant.parse("2026-11-20T04:00:00Z"));
        db.sql().sql("""
                insert into submissions (id, job_id, attempt, org_id, provider, model, medium, priority, start_tag,
                                         state, line, account_id, held_by, slot, open_key, remote_key, created_at,
                                         updated_at)
                values (?, ?, ?, ?, 'ark', 'm', 'image', 5, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """).param(Ids.next()).param(job).param(attempt).param(Ids.next()).param(state).param(line)
                .param(heldBy).param(heldBy).param(slot).param(openKey).param(remoteKey).param(now).param(now)
                .update();
    }

    @Test
    void a_slot_is_never_held_twice() {
        String account = Ids.next();
        submission(Ids.next(), 1, "sent", null, account, 0, null, null);
        submission(Ids.next(), 1, "sent", null, account, 1, null, null);

        assertThatThrownBy(() -> submission(Ids.next(), 1, "granted", null, account, 1, null, null))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void a_job_has_one_open_attempt_and_each_number_once() {
        String job = Ids.next();
        submission(job, 1, "waiting", "ark/image/m", null, null, job, null);

        assertThatThrownBy(() -> submission(job, 2, "waiting", "ark/image/m", null, null, job, null))
                .isInstanceOf(DuplicateKeyException.class);
        assertThatThrownBy(() -> submission(job, 1, "failed", null, null, null, null, null))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void a_remote_task_belongs_to_one_attempt() {
        submission(Ids.next(), 1, "sent", null, null, null, null, "account|t-1");

        assertThatThrownBy(() -> submission(Ids.next(), 1, "sent", null, null, null, null, "account|t-1"))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void states_that_cannot_be_are_refused_by_name() {
        assertThatThrownBy(() -> submission(Ids.next(), 1, "lost", null, null, null, null, null))
                .isInstanceOf(DataAccessException.class).hasMessageContaining("submissions_state");
        assertThatThrownBy(() -> submission(Ids.next(), 1, "waiting", null, null, null, null, null))
                .isInstanceOf(DataAccessException.class).hasMessageContaining("submissions_line");
        assertThatThrownBy(() -> submission(Ids.next(), 1, "sent", null, Ids.next(), null, null, null))
                .isInstanceOf(DataAccessException.class).hasMessageContaining("submissions_held");
    }

    private void user(String org, boolean deleted) {
        db.sql().sql("insert into users (id, org_id, email, deleted_at) values (?, ?, 'ana@example.org', ?)")
                .params(Ids.next(), org, deleted ? db.get(Dialect.class).instant(db.clock().instant()) : null)
                .update();
    }

    @Test
    void an_address_belongs_to_one_user_who_is_not_deleted() {
        String org = db.get(Organisations.class).ensure(Ids.next());
        user(org, true);
        user(org, true);
        user(org, false);
        assertThatThrownBy(() -> user(org, false)).isInstanceOf(DuplicateKeyException.class);
        user(db.get(Organisations.class).ensure(Ids.next()), false);
    }

    private void limit(String org, String key) {
        db.sql().sql("insert into rate_limits (id, org_id, key_id, " + db.get(Dialect.class).quoted("window")
                + ") values (?, ?, ?, 'minute')").params(Ids.next(), org, key).update();
    }

    @Test
    void an_organisation_has_one_limit_a_window_and_so_has_each_of_its_keys() {
        String org = db.get(Organisations.class).ensure(Ids.next());
        String key = Ids.next();
        limit(org, null);
        limit(org, key);
        assertThatThrownBy(() -> limit(org, null)).isInstanceOf(DuplicateKeyException.class);
        assertThatThrownBy(() -> limit(org, key)).isInstanceOf(DuplicateKeyException.class);
    }

    private void account(int status, Instant since, int site, int type) {
        db.sql().sql("""
                insert into jimeng_accounts (id, jimeng_account, jimeng_account_type, session_id, session_fingerprint,
                    site_type, provider, base_url, live_key, video_generation_status, video_unavailable_time)
                values (?, 'a', ?, 's', 'f', ?, 'ark', 'http://x', ?, ?, ?)
                """).param(Ids.next()).param(type).param(site).param(Ids.next()).param(status)
                .param(db.get(Dialect.class).instant(since)).update();
    }

    @Test
    void an_account_has_a_time_exactly_when_a_medium_is_not_available_and_is_domestic_exactly_on_site_0() {
        Instant since = Instant.parse("2026-11-20T04:00:00Z");
        account(1, null, 0, 0);
        account(0, since, 3, 1);
        account(2, since, 0, 0);
        for (int status : new int[]{0, 2}) {
            assertThatThrownBy(() -> account(status, null, 0, 0)).hasMessageContaining("jimeng_accounts_video_since");
        }
        assertThatThrownBy(() -> account(1, since, 0, 0)).hasMessageContaining("jimeng_accounts_video_since");
        assertThatThrownBy(() -> account(1, null, 0, 1)).hasMessageContaining("jimeng_accounts_home");
        assertThatThrownBy(() -> account(1, null, 2, 0)).hasMessageContaining("jimeng_accounts_home");
        db.sql().sql("delete from jimeng_accounts").update();
    }

    @Test
    void processes_that_start_together_migrate_once() throws Exception {
        try (TestDatabase empty = database(); ExecutorService threads = Executors.newFixedThreadPool(4)) {
            empty(empty.source());
            List<Future<Integer>> starts = IntStream.range(0, 4)
                    .mapToObj(each -> threads.submit(() -> Migrating.run(empty.source()))).toList();
            int migrations = 0;
            for (Future<Integer> start : starts) {
                migrations += start.get();
            }
            assertThat(migrations).as("each once").isEqualTo(applied(empty));
        }
    }

    private static int applied(TestDatabase database) {
        return JdbcClient.create(database.source()).sql("select count(*) from flyway_schema_history where version > ''")
                .query(Integer.class).single();
    }

    private void empty(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
            boolean postgres = "postgresql".equals(db.get(Dialect.class).vendor());
            String name = postgres ? "public" : connection.getCatalog();
            statement.execute("drop schema " + name + (postgres ? " cascade" : ""));
            statement.execute("create schema " + name);
        }
        // Each connection of MySQL has forgotten the schema it was in.
        source.unwrap(HikariDataSource.class).getHikariPoolMXBean().softEvictConnections();
    }

    @Test
    void a_database_that_is_ahead_is_left_alone() {
        history("999", true);
        try {
            assertThatThrownBy(() -> Migrating.run(db.database().source())).isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("999").hasMessageContaining("newer software");
        } finally {
            forget("999");
        }
    }

    @Test
    void a_database_in_which_a_migration_broke_off_is_left_alone() {
        history("998", false);
        try {
            assertThatThrownBy(() -> Migrating.run(db.database().source())).isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("998").hasMessageContaining("broke off");
        } finally {
            forget("998");
        }
    }

    private void history(String version, boolean success) {
        db.sql().sql("""
                insert into flyway_schema_history (installed_rank, version, description, type, script, checksum,
                                                   installed_by, execution_time, success)
                values (?, ?, 'from the future', 'SQL', 'V.sql', 1, 'test', 1, ?)
                """).param(Integer.parseInt(version)).param(version).param(success).update();
    }

    private void forget(String version) {
        db.sql().sql("delete from flyway_schema_history where installed_rank = ?").param(Integer.parseInt(version))
                .update();
    }
}
