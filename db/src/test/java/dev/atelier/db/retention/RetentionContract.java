package dev.atelier.db.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.atelier.db.dialect.Dialect;
import dev.atelier.db.dialect.Ids;
import dev.atelier.db.tenant.AllOrganisations;
import dev.atelier.db.tenant.Organisations;
import dev.atelier.db.testing.DbContract;
import dev.atelier.db.testing.PostedJobs;

abstract class RetentionContract extends DbContract {

    private static final AllOrganisations LEAVE = AllOrganisations.forLoopsSchedulesAndAdmin();

    private String org;

    @BeforeEach
    void organisation() {
        org = db.get(Organisations.class).ensure(Ids.next());
    }

    private String job(String status, Duration age) {
        String job = new PostedJobs(db, org).post("ark/seedream-4.5", null, null, null);
        Object then = db.get(Dialect.class).instant(db.clock().instant().minus(age));
        boolean ended = !"running".equals(status);
        db.sql().sql("update generation_jobs set status = ?, created_at = ?, completed_at = ? where id = ?")
                .params(status, then, ended ? then : null, job).update();
        return job;
    }

    private int rows(String table, String column, String id) {
        return db.sql().sql("select count(*) from " + table + " where " + column + " = ?").param(id)
                .query(Integer.class).single();
    }

    private Retaining.Done round() {
        return db.get(Retaining.class).round(LEAVE, Duration.ofMinutes(10), () -> {
        });
    }

    private void asset(String id, String state, long bytes, Duration age, Instant until) {
        Dialect dialect = db.get(Dialect.class);
        Object then = dialect.instant(db.clock().instant().minus(age));
        List<Object> values = new ArrayList<>(List.of(id, org, "image", "file", "objects", "k/" + id, bytes, state));
        values.add(dialect.instant(until));
        values.add(then);
        values.add(then);
        db.sql().sql("""
                insert into assets (id, org_id, kind, storage_provider, storage_bucket, storage_key, size_bytes,
                    lifecycle_state, retention_until, created_at, updated_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """).params(values).update();
    }

    private String state(String asset) {
        return db.sql().sql("select lifecycle_state from assets where id = ?").param(asset).query(String.class)
                .single();
    }

    @Test
    void only_failed_jobs_past_their_term_are_forgotten_and_their_audit_stays() {
        String old = job("failed", Duration.ofDays(91));
        String young = job("failed", Duration.ofDays(89));
        String good = job("succeeded", Duration.ofDays(400));
        String open = job("running", Duration.ofDays(400));

        assertThat(db.get(Retaining.class).report(LEAVE)).filteredOn(each -> each.orgId().equals(org))
                .allMatch(each -> each.jobs() == 1);
        assertThat(round().jobs()).isEqualTo(1);

        assertThat(rows("generation_jobs", "id", old) + rows("job_events", "job_id", old)).isZero();
        assertThat(rows("audit_logs", "subject_id", old)).isPositive();
        for (String kept : List.of(young, good, open)) {
            assertThat(rows("generation_jobs", "id", kept)).isEqualTo(1);
        }
        assertThat(round().nothing()).isTrue();
    }

    @Test
    void outputs_of_a_conversion_are_forgotten_with_their_job_and_not_before() {
        String old = conversion("failed", Duration.ofDays(91));
        String young = conversion("failed", Duration.ofDays(89));
        String good = conversion("succeeded", Duration.ofDays(400));

        assertThat(round().jobs()).isEqualTo(1);

        assertThat(rows("conversions", "job_id", old)).isZero();
        assertThat(rows("conversions", "job_id", young)).isEqualTo(1);
        assertThat(rows("conversions", "job_id", good)).isEqualTo(1);
    }

    private String conversion(String status, Duration age) {
        String job = job(status, age);
        db.sql().sql("insert into conversions (id, org_id, job_id, operation, status) values (?, ?, ?, 'analyze', ?)")
                .params(Ids.next(), org, job, status).update();
        return job;
    }

    @Test
    void judgements_go_after_the_term_of_failed_jobs_and_troubles_of_accounts_after_thirty_days() {
        Map<String, Integer> kept = new LinkedHashMap<>();
        for (int days : new int[]{91, 89, 31, 29}) {
            String id = Ids.next();
            Object then = db.get(Dialect.class).instant(db.clock().instant().minus(Duration.ofDays(days)));
            db.sql().sql("insert into moderation_events (id, org_id, subject_type, subject_id, rule, decision,"
                    + " created_at) values (?, ?, 'prompt', ?, 'r', 'flag', ?)").params(id, org, id, then).update();
            db.sql().sql("insert into account_troubles (id, account_id, provider, medium, kind, happened_at)"
                    + " values (?, ?, 'ark', 'image', 'auth', ?)").params(id, id, then).update();
            kept.put(id, days);
        }
        round();
        kept.forEach((id, days) -> {
            assertThat(rows("moderation_events", "id", id)).as("%d days", days).isEqualTo(days < 90 ? 1 : 0);
            assertThat(rows("account_troubles", "id", id)).as("%d days", days).isEqualTo(days < 30 ? 1 : 0);
        });
    }

    @Test
    void an_organisation_has_terms_of_its_own() {
        db.get(RetentionPolicies.class).put(org, new RetentionPolicy(40, 10, 5, null));
        String old = job("failed", Duration.ofDays(41));
        round();
        assertThat(rows("generation_jobs", "id", old)).isZero();
    }

    @Test
    void a_failed_job_that_left_files_stays_as_long_as_they_do() {
        String old = job("failed", Duration.ofDays(91));
        String asset = Ids.next();
        asset(asset, "active", 5, Duration.ofDays(91), null);
        db.sql().sql("update assets set job_id = ? where id = ?").params(old, asset).update();
        round();
        assertThat(rows("generation_jobs", "id", old)).isEqualTo(1);
    }

    @Test
    void above_the_quota_the_oldest_are_archived_and_purged_when_their_time_is_over() {
        db.get(RetentionPolicies.class).put(org, new RetentionPolicy(90, 90, 30, 25L));
        String oldest = Ids.next();
        String middle = Ids.next();
        String newest = Ids.next();
        asset(newest, "active", 10, Duration.ofDays(1), null);
        asset(oldest, "active", 10, Duration.ofDays(9), null);
        asset(middle, "active", 10, Duration.ofDays(5), null);

        assertThat(round().archived()).isEqualTo(1);
        assertThat(List.of(state(oldest), state(middle), state(newest))).containsExactly("archived", "active",
                "active");

        db.clock().advance(Duration.ofDays(31));
        assertThat(round().purged()).isEqualTo(1);
        assertThat(state(oldest)).isEqualTo("purged");
        assertThat(rows("audit_logs", "subject_id", oldest)).isEqualTo(1);
    }

    @Test
    void an_asset_is_purged_when_it_was_to_be_kept_no_longer() {
        String past = Ids.next();
        String future = Ids.next();
        asset(past, "active", 1, Duration.ofDays(2), db.clock().instant().minusSeconds(1));
        asset(future, "active", 1, Duration.ofDays(2), db.clock().instant().plus(Duration.ofDays(300)));
        round();
        assertThat(state(past)).isEqualTo("purged");
        assertThat(state(future)).isEqualTo("active");
    }

    @Test
    void a_row_without_its_object_is_reported() {
        String lost = Ids.next();
        asset(lost, "active", 1, Duration.ofDays(2), null);
        assertThat(db.get(Retaining.class).report(LEAVE)).filteredOn(each -> each.orgId().equals(org)).first()
                .satisfies(report -> assertThat(report.withoutObject()).contains(lost));
    }
}
