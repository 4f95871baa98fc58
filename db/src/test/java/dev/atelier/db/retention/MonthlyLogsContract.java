package dev.atelier.db.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.atelier.db.audit.Auditing;
import dev.atelier.db.audit.VerifyingAudit;
import dev.atelier.db.dialect.Dialect;
import dev.atelier.db.dialect.Ids;
import dev.atelier.db.dialect.Transactions;
import dev.atelier.db.tenant.AllOrganisations;
import dev.atelier.db.testing.DbContext;
import dev.atelier.db.testing.DbContract;

abstract class MonthlyLogsContract extends DbContract {

    private static final AllOrganisations LEAVE = AllOrganisations.forLoopsSchedulesAndAdmin();
    private static final List<String> LOGS = List.of("job_events", "provider_requests", "audit_logs");
    /** The month in which the database was made, by its own clock. */
    private final YearMonth made = YearMonth.now(ZoneOffset.UTC);

    private MonthlyLogs logs() {
        return db.get(MonthlyLogs.class);
    }

    private List<String> parts(String log) {
        return db.sql().sql(db.get(Dialect.class).partsOfLog()).param("log", log).query(String.class).list();
    }

    private static Instant in(YearMonth month) {
        return month.atDay(15).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    private static String name(YearMonth month) {
        return month.toString().replace('-', '_');
    }

    @BeforeEach
    void in_the_month_of_making() {
        db.clock().set(in(made));
    }

    @Test
    void three_months_are_there_from_the_beginning_and_more_are_made_ahead() {
        try (DbContext fresh = new DbContext(database())) {
            MonthlyLogs logs = fresh.get(MonthlyLogs.class);
            fresh.clock().set(in(made));
            for (String log : LOGS) {
                assertThat(fresh.sql().sql(fresh.get(Dialect.class).partsOfLog()).param("log", log)
                        .query(String.class).list()).containsExactlyInAnyOrder("before", name(made.plusMonths(1)),
                                name(made.plusMonths(2)), name(made.plusMonths(3)), "later");
            }
            assertThat(logs.ahead(LEAVE)).isZero();
            assertThat(logs.unprepared(LEAVE)).isEmpty();

            fresh.clock().set(in(made.plusMonths(5)));
            assertThat(logs.unprepared(LEAVE)).containsExactlyElementsOf(LOGS);
            assertThat(logs.ahead(LEAVE)).isEqualTo(3 * 5);
            assertThat(logs.unprepared(LEAVE)).isEmpty();
            assertThat(logs.ahead(LEAVE)).isZero();
        }
    }

    @Test
    void a_month_is_dropped_whole_and_the_audit_chain_verifies_on() {
        String org = Ids.next();
        for (int month = 0; month < 6; month++) {
            Instant then = in(made.plusMonths(month));
            db.clock().set(then);
            logs().ahead(LEAVE);
            db.get(Transactions.class).run(() -> db.get(Auditing.class).record(org, "a", "job.create", "job", null,
                    null));
            db.sql().sql("insert into job_events (id, org_id, job_id, type, at) values (?, ?, ?, 'x', ?)")
                    .params(Ids.first(then), org, Ids.next(), db.get(Dialect.class).instant(then)).update();
        }
        YearMonth stays = made.plusMonths(2);
        assertThat(logs().older(LEAVE, stays)).contains("audit_logs before",
                "audit_logs " + name(made.plusMonths(1)), "job_events before");

        assertThat(logs().drop(LEAVE, stays)).isEmpty();

        assertThat(rows("job_events", org)).isEqualTo(4);
        assertThat(rows("audit_logs", org)).isEqualTo(4);
        assertThat(parts("audit_logs")).doesNotContain("before", name(made.plusMonths(1)))
                .contains(name(made.plusMonths(2)));
        assertThat(db.get(VerifyingAudit.class).verify(org).whole()).isTrue();
        assertThat(logs().drop(LEAVE, stays)).as("once more").isEmpty();
    }

    private long rows(String log, String org) {
        return db.sql().sql("select count(*) from " + log + " where org_id = ?").param(org).query(Long.class).single();
    }

    @Test
    void young_months_stay_and_so_does_everything_when_a_chain_is_broken() {
        assertThatThrownBy(() -> logs().drop(LEAVE, made.minusMonths(2))).hasMessageContaining("stay");
        String org = Ids.next();
        db.get(Transactions.class).run(() -> db.get(Auditing.class).record(org, "a", "x", "job", null, null));
        db.sql().sql("update audit_logs set actor = 'b' where org_id = ?").param(org).update();

        assertThat(logs().drop(LEAVE, made.minusMonths(3))).extracting(each -> each.orgId()).contains(org);
        db.sql().sql("update audit_logs set actor = 'a' where org_id = ?").param(org).update();
    }
}
