package dev.atelier.db.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.atelier.db.attempt.ServingLines;
import dev.atelier.db.catalogue.Catalogue;
import dev.atelier.db.catalogue.Model;
import dev.atelier.db.dialect.Dialect;
import dev.atelier.db.dialect.Ids;
import dev.atelier.db.testing.CountingStatements;
import dev.atelier.domain.job.AttemptRef;

/** A pool of twenty accounts with one slot each, and more jobs than it can take. */
abstract class LongLineContract extends JobContract {

    private static final int ACCOUNTS = 20;

    @Override
    protected Class<?>[] more() {
        return new Class<?>[]{CountingStatements.class};
    }

    private void pool() {
        for (int each = 0; each < ACCOUNTS; each++) {
            account("k" + each, 1, each % 3);
        }
    }

    /** Jobs that wait, with the tags joining would have given them, and none of the work. */
    private void waiting(String orgId, int number, int from) {
        Model model = db.get(Catalogue.class).find(IMAGE).orElseThrow();
        Object now = db.get(Dialect.class).instant(now());
        Object deadline = db.get(Dialect.class).instant(now().plusSeconds(86_400));
        for (int first = 0; first < number; first += 500) {
            List<Object> jobs = new ArrayList<>();
            List<Object> attempts = new ArrayList<>();
            int rows = Math.min(500, number - first);
            for (int each = 0; each < rows; each++) {
                String job = Ids.next();
                jobs.addAll(List.of(job, orgId, Ids.next(), model.id(), model.name(), deadline, now, now));
                attempts.addAll(List.of(Ids.next(), job, orgId, model.name(), model.id(),
                        (from + first + each + 1) * 1_000_000L, job, now, now));
            }
            db.sql().sql("""
                    insert into generation_jobs (id, org_id, prompt_id, provider_model_id, model_name, deadline,
                        created_at, updated_at, kind, provider, status, priority, input, tell_tries, tell_first,
                        waits_used)
                    values\s""" + rows(rows, "(?, ?, ?, ?, ?, ?, ?, ?, 'image', 'ark', 'queued', 5,"
                    + " '{\"prompt\":\"a fox\"}', 0, true, 0)")).params(jobs).update();
            db.sql().sql("""
                    insert into submissions (id, job_id, org_id, model, provider_model_id, start_tag, open_key,
                        created_at, updated_at, attempt, provider, medium, priority, line, state, billed)
                    values\s""" + rows(rows, "(?, ?, ?, ?, ?, ?, ?, ?, ?, 1, 'ark', 'image', 5, 'ark/image/"
                    + model.name() + "', 'waiting', 'no')")).params(attempts).update();
        }
    }

    private static String rows(int number, String row) {
        return String.join(", ", java.util.Collections.nCopies(number, row));
    }

    private List<AttemptRef> held() {
        return db.sql().sql("select job_id, id, attempt from submissions where state = 'granted'")
                .query((row, n) -> new AttemptRef(row.getString("id"), row.getString("job_id"), row.getInt("attempt")))
                .list();
    }

    private void run(AttemptRef attempt) {
        assertThat(db.get(SendingAttempts.class).intend(attempt, "w")).isPresent();
        record(attempt, answered());
    }

    private int number(String sql) {
        return db.sql().sql(sql).query(Integer.class).single();
    }

    @Test
    void what_a_waiting_job_costs_does_not_grow_with_the_line() {
        pool();
        waiting(org, 200, 0);
        double few = statementsARelease(20);
        waiting(org, 4_000, 200);
        double many = statementsARelease(20);
        System.out.printf("statements a release: %.1f with 200 in line, %.1f with 4,000%n", few, many);
        assertThat(many).isEqualTo(few);
    }

    private double statementsARelease(int releases) {
        db.get(ServingLines.class).serve("ark");
        CountingStatements counting = db.get(CountingStatements.class);
        List<AttemptRef> running = held();
        long before = counting.prepared();
        running.stream().limit(releases).forEach(this::run);
        return (counting.prepared() - before) / (double) releases;
    }

    @Test
    void organisations_with_900_90_and_10_jobs_have_equal_shares_while_all_have_work() {
        String middle = Ids.next();
        String small = Ids.next();
        waiting(org, 900, 0);
        waiting(middle, 90, 0);
        waiting(small, 10, 0);
        pool();
        held().stream().limit(10).forEach(this::run);
        Map<String, Integer> served = new HashMap<>();
        db.sql().sql("select org_id from submissions where state in ('granted', 'made')").query(String.class).list()
                .forEach(each -> served.merge(each, 1, Integer::sum));
        assertThat(served).isEqualTo(Map.of(org, 10, middle, 10, small, 10));
    }

    @Test
    void a_heavier_organisation_takes_two_turns_for_one() {
        String heavy = Ids.next();
        db.sql().sql("""
                insert into orgs (id, name, plan, status, weight, created_at, updated_at)
                values (:id, :id, 'standard', 'active', 2, :now, :now)
                """).param("id", heavy).param("now", db.get(Dialect.class).instant(now())).update();
        account("k", 1, 0);
        granted(post(IMAGE, Ids.next(), 5));
        for (int each = 0; each < 12; each++) {
            open(post(IMAGE, org, 5));
            open(post(IMAGE, heavy, 5));
        }
        int heavies = 0;
        for (int each = 0; each < 12; each++) {
            run(held().getFirst());
            heavies += row(held().getFirst()).orgId().equals(heavy) ? 1 : 0;
        }
        assertThat(heavies).isBetween(7, 9);
    }

    @Test
    @Tag("faults")
    void ten_thousand_waiting_jobs_run_one_at_a_time_on_each_account() throws Exception {
        int jobs = 10_000;
        waiting(org, jobs, 0);
        pool();
        ConcurrentLinkedQueue<AttemptRef> granted = new ConcurrentLinkedQueue<>(held());
        assertThat(granted).hasSize(ACCOUNTS);
        AtomicInteger ended = new AtomicInteger();
        AtomicInteger worst = new AtomicInteger();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Void>> workers = new ArrayList<>();
            for (int each = 0; each < 8; each++) {
                workers.add(() -> {
                    while (ended.get() < jobs) {
                        AttemptRef next = granted.poll();
                        if (next == null) {
                            Thread.sleep(2);
                            continue;
                        }
                        String account = row(next).accountId();
                        run(next);
                        ended.incrementAndGet();
                        db.sql().sql("""
                                select id, job_id, attempt from submissions
                                 where held_by = :account and state = 'granted'
                                """).param("account", account).query((row, n) -> new AttemptRef(row.getString("id"),
                                row.getString("job_id"), row.getInt("attempt"))).list().forEach(granted::add);
                        if (ended.get() % 500 == 0) {
                            worst.accumulateAndGet(number("""
                                    select coalesce(max(held), 0) from (select count(*) as held from submissions
                                     where held_by is not null group by held_by) a"""), Math::max);
                        }
                    }
                    return null;
                });
            }
            for (Future<Void> worker : threads.invokeAll(workers)) {
                worker.get();
            }
        }
        assertThat(worst.get()).as("never more than one running task an account").isEqualTo(1);
        assertThat(number("select count(*) from submissions where state = 'made'")).isEqualTo(jobs);
        assertThat(number("select count(*) from submissions where held_by is not null or line is not null")).isZero();
        assertThat(number("select sum(image_count) from jimeng_accounts")).isEqualTo(jobs);
    }
}
