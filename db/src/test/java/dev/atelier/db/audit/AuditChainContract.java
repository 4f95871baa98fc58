package dev.atelier.db.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.atelier.db.dialect.Dialect;
import dev.atelier.db.dialect.Ids;
import dev.atelier.db.dialect.Transactions;
import dev.atelier.db.testing.DbContext;
import dev.atelier.db.testing.DbContract;

/** Somebody with full rights on the database has been at the rows. */
abstract class AuditChainContract extends DbContract {

    private String org;

    @BeforeEach
    void fiveRows() {
        db.clock().set(DbContext.START);
        org = Ids.next();
        for (int row = 1; row <= 5; row++) {
            record("job.create");
            db.clock().advance(Duration.ofDays(10));
        }
    }

    private void record(String action) {
        db.get(Transactions.class).run(
                () -> db.get(Auditing.class).record(org, "红 key", action, "job", Ids.next(), "req-1"));
    }

    private Verdict verdict() {
        return db.get(VerifyingAudit.class).verify(org);
    }

    private void tamper(String statement) {
        assertThat(db.sql().sql(statement).param("org", org).update()).isPositive();
    }

    private String id(int seq) {
        return db.sql().sql("select id from audit_logs where org_id = ? and seq = ?").param(org).param(seq)
                .query(String.class).single();
    }

    @Test
    void an_untouched_chain_is_whole() {
        assertThat(verdict().whole()).as(verdict().broken()).isTrue();
        assertThat(verdict().rows()).isEqualTo(5);
        assertThat(db.get(VerifyingAudit.class).all()).anyMatch(each -> each.orgId().equals(org) && each.whole());
    }

    @Test
    void a_changed_row_is_named() {
        for (String change : List.of("actor = 'nobody'", "action = 'x'", "subject_id = null", "request_id = 'r'",
                "details = '{}'", "created_at = '2026-11-01 00:00:00'", "subject_type = 'asset'")) {
            fiveRows();
            tamper("update audit_logs set " + change + " where org_id = :org and seq = 3");

            assertThat(verdict().broken()).as(change).isEqualTo("row 3 (" + id(3) + ") was altered, moved or put in");
            assertThat(verdict().rows()).isEqualTo(2);
        }
    }

    @Test
    void a_deleted_row_is_named() {
        tamper("delete from audit_logs where org_id = :org and seq = 2");

        assertThat(verdict().broken()).isEqualTo("row 2 is missing");
    }

    @Test
    void rows_that_changed_places_are_named() {
        tamper("update audit_logs set seq = 40 where org_id = :org and seq = 4");
        tamper("update audit_logs set seq = 4 where org_id = :org and seq = 3");
        tamper("update audit_logs set seq = 3 where org_id = :org and seq = 40");

        assertThat(verdict().broken()).startsWith("row 3 (" + id(3) + ") was altered, moved");
    }

    @Test
    void a_missing_beginning_end_or_chain_is_noticed() {
        tamper("delete from audit_logs where org_id = :org and seq = 5");
        assertThat(verdict().broken()).isEqualTo("row 5 is missing at the end");

        tamper("delete from audit_logs where org_id = :org and seq < 3");
        assertThat(verdict().broken())
                .isEqualTo("rows 1 to 2 are missing, and no checkpoint vouches for their dropping");

        tamper("delete from audit_logs where org_id = :org");
        assertThat(verdict().broken()).startsWith("rows 1 to 5 are missing");
    }

    @Test
    void rows_put_in_twice_beside_behind_or_without_a_head_are_noticed() {
        String copy = "insert into audit_logs (id, org_id, seq, actor, action, subject_type, created_at, prev_hash,"
                + " row_hash) select '%s', org_id, %s, actor, action, subject_type, created_at, prev_hash, row_hash"
                + " from audit_logs where org_id = :org and seq = 5";
        // Behind the true row: ids of one millisecond have no order.
        tamper(copy.formatted("ffffffff" + Ids.next().substring(8), "5"));
        assertThat(verdict().broken()).contains("row 5", "is there twice");

        fiveRows();
        tamper(copy.formatted(Ids.next(), "0"));
        assertThat(verdict().broken()).isEqualTo("there are rows outside the chain");

        fiveRows();
        tamper(copy.formatted(Ids.next(), "9"));
        assertThat(verdict().broken()).isEqualTo("there are rows behind the head");

        fiveRows();
        tamper("delete from audit_heads where org_id = :org");
        assertThat(verdict().broken()).isEqualTo("there are rows behind the head");
    }

    private void fiveRowsOfAnother() {
        fiveRows();
    }

    @Test
    void a_head_that_was_turned_back_is_noticed() {
        tamper("update audit_heads set seq = 4, row_hash = (select row_hash from audit_logs where org_id = :org"
                + " and seq = 4) where org_id = :org");

        assertThat(verdict().broken()).isEqualTo("there are rows behind the head");
    }

    @Test
    void dropped_rows_are_vouched_for_by_a_checkpoint_and_by_a_genuine_one_only() {
        Instant cutoff = DbContext.START.plus(Duration.ofDays(25));
        assertThat(db.get(KeepingCheckpoints.class).before(cutoff)).noneMatch(each -> each.orgId().equals(org));
        db.sql().sql("delete from audit_logs where org_id = ? and created_at < ?").param(org)
                .param(db.get(Dialect.class).instant(cutoff)).update();

        assertThat(verdict().whole()).as(verdict().broken()).isTrue();
        assertThat(verdict().rows()).isEqualTo(2);
        record("job.cancel");
        assertThat(verdict().rows()).isEqualTo(3);

        tamper("delete from audit_logs where org_id = :org and seq = 4");
        assertThat(verdict().broken()).startsWith("rows 1 to 4 are missing, and no checkpoint");
        tamper("insert into audit_checkpoints (org_id, seq, row_hash, mac, created_at) select org_id, 4, prev_hash,"
                + " row_hash, created_at from audit_logs where org_id = :org and seq = 5");
        assertThat(verdict().broken()).as("made up").startsWith("rows 1 to 4 are missing, and no checkpoint");
    }

    @Test
    void a_broken_chain_gets_no_checkpoint() {
        tamper("update audit_logs set actor = 'x' where org_id = :org and seq = 1");

        assertThat(db.get(KeepingCheckpoints.class).before(DbContext.START.plus(Duration.ofDays(25))))
                .anyMatch(each -> each.orgId().equals(org));
        assertThat(db.sql().sql("select count(*) from audit_checkpoints where org_id = ?").param(org)
                .query(Long.class).single()).isZero();
    }

    @Test
    void a_row_is_written_with_its_change_or_not_at_all() {
        assertThatThrownBy(() -> db.get(Auditing.class).record(org, "a", "x", "job", null, null))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> db.get(Transactions.class).run(() -> {
            db.get(Auditing.class).record(org, "a", "x", "job", null, null);
            throw new IllegalArgumentException("the change fails");
        })).isInstanceOf(IllegalArgumentException.class);

        assertThat(verdict().rows()).isEqualTo(5);
        assertThat(verdict().whole()).isTrue();
    }

    @Test
    void many_writers_make_one_chain_also_when_a_clock_goes_backwards() throws Exception {
        db.clock().set(DbContext.START);
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<? extends Future<?>> writers = IntStream.range(0, 8).mapToObj(writer -> threads.submit(() -> {
                for (int row = 0; row < 25; row++) {
                    record("job.create");
                }
            })).toList();
            for (Future<?> writer : writers) {
                writer.get();
            }
        }
        assertThat(verdict().whole()).as(verdict().broken()).isTrue();
        assertThat(verdict().rows()).isEqualTo(205);
        assertThat(db.sql().sql("select count(*) from audit_logs where org_id = ? and created_at < ? and seq > 5")
                .param(org).param(db.get(Dialect.class).instant(DbContext.START.plus(Duration.ofDays(40))))
                .query(Long.class).single()).as("time in the chain never goes back").isZero();
    }
}
