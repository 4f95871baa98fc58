package dev.atelier.db.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;

import dev.atelier.db.attempt.ServingLines;
import dev.atelier.db.dialect.Ids;
import dev.atelier.domain.job.AttemptRef;
import dev.atelier.domain.job.JobRef;
import dev.atelier.domain.job.Next;

/** Who gets a slot, and that none is given twice, lost, or left idle. */
abstract class LineContract extends JobContract {

    @Test
    void priority_goes_first_then_each_organisation_takes_its_turn() {
        String slot = account("k1", 1, 0);
        String big = Ids.next();
        String small = Ids.next();
        JobRef first = post(IMAGE, big, 5);
        AttemptRef holder = granted(first);
        List<JobRef> line = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            line.add(post(IMAGE, big, 5));
        }
        line.add(post(IMAGE, small, 5));
        line.add(post(IMAGE, big, 9));
        line.forEach(this::open);
        List<String> served = new ArrayList<>();
        AttemptRef at = holder;
        while (served.size() < line.size()) {
            db.get(SendingAttempts.class).intend(at, "w");
            record(at, answered());
            JobRef next = line.stream().filter(job -> open(job) instanceof Next.Submit).findFirst().orElseThrow();
            served.add(next.equals(line.get(5)) ? "urgent" : next.orgId().equals(small) ? "small" : "big");
            at = ((Next.Submit) open(next)).attempt();
        }
        assertThat(served).startsWith("urgent").containsSubsequence("small", "big", "big");
        assertThat(served.indexOf("small")).as("a newcomer waits one turn, not the backlog").isLessThanOrEqualTo(3);
        assertThat(slot).isNotNull();
    }

    @Test
    void an_organisations_own_account_serves_it_first_and_nobody_else() {
        String shared = account("shared", 1, 9);
        String own = account("own", 1, 0);
        db.sql().sql("update jimeng_accounts set org_id = :org where id = :id").param("org", org).param("id", own)
                .update();
        JobRef mine = post(IMAGE);
        assertThat(row(granted(mine)).accountId()).isEqualTo(own);
        JobRef theirs = post(IMAGE, Ids.next(), 5);
        assertThat(row(granted(theirs)).accountId()).isEqualTo(shared);
        assertThat(open(post(IMAGE, Ids.next(), 5))).isInstanceOf(Next.Wait.class);
    }

    @Test
    void sixteen_at_once_never_share_a_slot_and_leave_none_idle() throws Exception {
        for (int i = 0; i < 5; i++) {
            account("k" + i, 1 + i % 2, i);
        }
        List<JobRef> jobs = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            jobs.add(post(IMAGE, i % 3 == 0 ? org : Ids.next(), 5));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            List<Callable<Boolean>> walks = new ArrayList<>();
            jobs.forEach(job -> walks.add(() -> walk(job)));
            // Each job's first step by two at once, too.
            jobs.forEach(job -> walks.add(() -> open(job) != null));
            for (Future<Boolean> walk : threads.invokeAll(walks)) {
                assertThat(walk.get()).isTrue();
            }
        }
        Map<String, Integer> attempts = new HashMap<>();
        jobs.forEach(job -> attempts.merge(job.jobId(), submissions(job), Integer::sum));
        assertThat(attempts.values()).as("one attempt a job").containsOnly(1);
        assertThat(number("held_by is not null")).as("no slot held at rest").isZero();
        assertThat(number("state <> 'made'")).isZero();
        assertThat(db.sql().sql("select sum(image_count) from jimeng_accounts").query(Integer.class).single())
                .isEqualTo(60);
    }

    private Boolean walk(JobRef job) throws InterruptedException {
        for (int tries = 0; tries < 2_000; tries++) {
            if (open(job) instanceof Next.Submit submit) {
                if (db.get(SendingAttempts.class).intend(submit.attempt(), "w").isPresent()) {
                    record(submit.attempt(), answered());
                    return true;
                }
            }
            Thread.sleep(5);
        }
        return false;
    }

    @Test
    void many_firsts_of_a_provider_at_once_make_one_line() throws Exception {
        db.sql().sql("delete from account_lines").update();
        try (ExecutorService threads = Executors.newFixedThreadPool(12)) {
            List<Callable<Boolean>> firsts = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                firsts.add(() -> {
                    db.get(ServingLines.class).serve("ark");
                    return true;
                });
            }
            for (Future<Boolean> first : threads.invokeAll(firsts)) {
                assertThat(first.get()).isTrue();
            }
        }
        assertThat(db.sql().sql("select count(*) from account_lines").query(Integer.class).single()).isEqualTo(3);
    }

    @Test
    void serving_without_anything_to_give_changes_nothing() {
        account("k1", 1, 0);
        JobRef job = post(IMAGE);
        AttemptRef attempt = granted(job);
        db.get(ServingLines.class).serve("ark");
        assertThat(granted(job)).isEqualTo(attempt);
    }

    private int number(String where) {
        return db.sql().sql("select count(*) from submissions where " + where).query(Integer.class).single();
    }
}
