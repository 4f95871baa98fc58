package dev.atelier.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionTimedOutException;

import com.zaxxer.hikari.HikariDataSource;

import dev.atelier.db.dialect.Databases;
import dev.atelier.db.dialect.Limits;
import dev.atelier.db.dialect.Transactions;
import dev.atelier.db.testing.DbContract;

/** A statement that runs away is ended by its limit, whatever it does, and its connection is good for the next. */
abstract class LimitsContract extends DbContract {

    private static final Limits SHORT = new Limits(Duration.ofSeconds(1), Duration.ofSeconds(1));
    /** Ten to the power of ten rows: minutes at least. */
    private static final String ENDLESS = "(select count(*) from ten a, ten b, ten c, ten d, ten e, ten f, ten g, ten h,"
            + " ten i, ten j where a.n + b.n + c.n + d.n + e.n + f.n + g.n + h.n + i.n + j.n = 91)";

    private HikariDataSource limited;
    private JdbcTemplate sql;

    @BeforeAll
    void ten() throws SQLException {
        limited = Databases.open(db.database().url(), db.database().user(), db.database().password(), 2, SHORT);
        sql = new DbConfiguration().jdbcTemplate(limited, Databases.dialect(limited), new DbSettings(Path.of("unused"),
                List.of("a key for tests only, forty characters!!"), PoolSettings.STANDARD, SHORT,
                RetentionSettings.STANDARD));
        sql.execute("create table ten (n bigint primary key)");
        for (int n = 0; n < 10; n++) {
            sql.update("insert into ten values (?)", n);
        }
        sql.execute("create table counted (n bigint)");
        sql.update("insert into counted values (0)");
    }

    @AfterAll
    void done() {
        limited.close();
    }

    @Test
    void a_runaway_query_is_ended() {
        ended(() -> sql.queryForObject("select " + ENDLESS, Long.class));

        assertThat(sql.queryForObject("select count(*) from ten", Integer.class)).isEqualTo(10);
    }

    @Test
    void a_runaway_write_is_ended_and_has_written_nothing() {
        ended(() -> sql.update("update counted set n = " + ENDLESS));

        assertThat(sql.queryForObject("select n from counted", Integer.class)).isZero();
    }

    @Test
    void a_row_that_somebody_keeps_is_not_waited_for_without_end() throws SQLException {
        try (Connection other = db.database().source().getConnection(); Statement keeps = other.createStatement()) {
            other.setAutoCommit(false);
            keeps.execute("update ten set n = 9 where n = 9");

            long began = System.nanoTime();
            assertThatThrownBy(() -> sql.update("update ten set n = 9 where n = 9"))
                    .isInstanceOf(DataAccessException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(8));
            other.rollback();
        }
    }

    @Test
    void work_that_must_not_hold_up_others_has_a_shorter_limit_than_its_process() {
        Transactions transactions = db.get(Transactions.class);

        ended(() -> transactions.in(Duration.ofSeconds(1),
                () -> db.sql().sql("update counted set n = " + ENDLESS).update()));
    }

    private void ended(Runnable runaway) {
        long began = System.nanoTime();
        assertThatThrownBy(runaway::run)
                .isInstanceOfAny(DataAccessException.class, TransactionTimedOutException.class)
                .isNotInstanceOf(PessimisticLockingFailureException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isBetween(Duration.ofMillis(500),
                Duration.ofSeconds(15));
    }
}
