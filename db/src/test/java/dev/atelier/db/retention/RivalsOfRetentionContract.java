package dev.atelier.db.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

import dev.atelier.db.dialect.Dialect;
import dev.atelier.db.dialect.Ids;
import dev.atelier.db.tenant.AllOrganisations;
import dev.atelier.db.tenant.Organisations;
import dev.atelier.db.testing.DbContract;

/**
 * What others wait for while much is deleted. {@code -Dretention.rows=100000} makes it the measurement: nobody waits
 * 200 ms longer than the machine makes everybody wait. The few rows of a usual run only show that they get through.
 */
abstract class RivalsOfRetentionContract extends DbContract {

    private static final AllOrganisations LEAVE = AllOrganisations.forLoopsSchedulesAndAdmin();
    private static final int ROWS = Integer.getInteger("retention.rows", 450);
    private static final Duration LONGEST = ROWS < 100_000 ? Duration.ofSeconds(5) : Duration.ofMillis(200);
    private static final int ALONE = 300;

    private String org;
    private Object longAgo;

    @BeforeEach
    void organisation() {
        org = db.get(Organisations.class).ensure(Ids.next());
        longAgo = db.get(Dialect.class).instant(db.clock().instant().minus(Duration.ofDays(91)));
    }

    @AfterEach
    void leaveNothing() {
        db.sql().sql("delete from provider_requests where org_id = ?").param(org).update();
        db.sql().sql("delete from generation_jobs where org_id = ?").param(org).update();
    }

    @Test
    void who_writes_requests_does_not_wait_for_old_ones_to_be_deleted() throws InterruptedException {
        List<String> ids = requests(ROWS);
        Rival rival = new Rival(db, "update provider_requests set http_status = 200 where id = ?", ids, this::request,
                org);
        measured("requests", rival, () -> assertThat(round().requests()).isEqualTo(ROWS));
    }

    @Test
    void who_writes_jobs_does_not_wait_for_old_ones_to_be_deleted() throws InterruptedException {
        List<String> ids = jobs(ROWS / 5);
        Rival rival = new Rival(db, "update generation_jobs set progress = 1 where id = ?", ids,
                () -> jobs(1, "running"), org);
        measured("jobs with two events each", rival, () -> assertThat(round().jobs()).isEqualTo(ROWS / 5));
        assertThat(db.sql().sql("select count(*) from job_events where org_id = ?").param(org).query(Long.class)
                .single()).as("events of running jobs alone").isEqualTo(2L * rival.written());
    }

    private void measured(String what, Rival rival, Runnable deleting) throws InterruptedException {
        Rival.Waits alone = rival.alone(ALONE);
        long began = System.nanoTime();
        Rival.Waits beside = rival.beside(deleting);
        System.out.printf(
                "%s: deleting %s took %d ms; a rival's statements: alone %s; beside it %s; a stranger's meanwhile %s%n",
                db.database().server(), what, (System.nanoTime() - began) / 1_000_000, alone, beside, rival.stranger());
        assertThat(beside.number()).isPositive();
        assertThat(beside.longest()).isLessThan(LONGEST.plus(rival.stranger().longest()));
    }

    private Retaining.Done round() {
        return db.get(Retaining.class).round(LEAVE, Duration.ofHours(1), () -> {
        });
    }

    private void request() {
        requests("insert into provider_requests (id, org_id, provider, operation, request_ts, created_at)"
                + " values (?, ?, 'ark', 'submit', ?, ?)", 1, db.get(Dialect.class).instant(db.clock().instant()));
    }

    private List<String> requests(int number) {
        return requests("insert into provider_requests (id, org_id, provider, operation, request_ts, created_at)"
                + " values (?, ?, 'ark', 'submit', ?, ?)", number, longAgo);
    }

    private List<String> requests(String insert, int number, Object then) {
        return inserted(insert, number, id -> new Object[]{id, org, then, then});
    }

    private List<String> jobs(int number) {
        return jobs(number, "failed");
    }

    private List<String> jobs(int number, String status) {
        List<String> ids = inserted("""
                insert into generation_jobs (id, org_id, kind, provider, model_name, status, input, deadline,
                    created_at, completed_at, updated_at)
                values (?, ?, 'conversion', 'embedded', 'convert', ?, '{}', ?, ?, ?, ?)
                """, number, id -> new Object[]{id, org, status, longAgo, longAgo, longAgo, longAgo});
        for (String type : List.of("job.created", "job.ended")) {
            List<String> each = new ArrayList<>(ids);
            inserted("insert into job_events (id, org_id, job_id, type, at) values (?, ?, ?, ?, ?)", number,
                    id -> new Object[]{id, org, each.removeLast(), type, longAgo});
        }
        return ids;
    }

    private List<String> inserted(String sql, int number, java.util.function.Function<String, Object[]> row) {
        List<String> ids = new ArrayList<>();
        List<Object[]> batch = new ArrayList<>();
        for (int n = 1; n <= number; n++) {
            ids.add(Ids.next());
            batch.add(row.apply(ids.getLast()));
            if (batch.size() == 1_000 || n == number) {
                db.get(JdbcTemplate.class).batchUpdate(sql, batch);
                batch.clear();
            }
        }
        return Collections.unmodifiableList(ids);
    }
}
