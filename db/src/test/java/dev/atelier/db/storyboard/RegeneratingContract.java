package dev.atelier.db.storyboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import dev.atelier.db.dialect.Transactions;
import dev.atelier.db.job.DecidingJobs;
import dev.atelier.domain.account.Site;
import dev.atelier.domain.failure.ErrorKind;
import dev.atelier.domain.job.AttemptRef;
import dev.atelier.domain.job.Decision;
import dev.atelier.domain.job.Kind;

abstract class RegeneratingContract extends ShotsContract {

    private static final int TIMES = 200;

    @Test
    void two_hundred_generations_leave_one_live_record_and_the_last_good_result_at_every_moment() {
        account("a", Site.CN, 1);
        String good = make("s-200");
        for (int each = 1; each < TIMES; each++) {
            String job = post(IMAGE, "s-200");
            assertThat(shot("s-200").get("image_urls").toString()).contains(good);
            switch (each % 4) {
                case 0 -> good = made(sending(job, Kind.IMAGE));
                case 1 -> failed(sending(job, Kind.IMAGE), ErrorKind.CONTENT_INPUT);
                case 2 -> db.get(DecidingJobs.class).decide(org, job, Decision.cancel("me", null, null));
                default -> {
                    // Left in line: the next one takes its place all the same.
                }
            }
            assertThat(shot("s-200").get("image_urls").toString()).contains(good);
        }
        assertThat(count("""
                select count(*) from jimeng_image_generation_records where org_id = ? and storyboard_id = ?
                """, org, "s-200")).isEqualTo(TIMES);
        assertThat(count("""
                select count(*) from jimeng_image_generation_records
                 where org_id = ? and storyboard_id = ? and is_deleted = false
                """, org, "s-200")).isEqualTo(1);
        assertThat(((Number) shot("s-200").get("image_count")).intValue()).isEqualTo(TIMES);
    }

    @Test
    void of_two_jobs_at_once_the_one_that_commits_later_is_live_and_both_are_kept() throws Exception {
        String[] posted = new String[2];
        CountDownLatch inserted = new CountDownLatch(1);
        CountDownLatch waiting = new CountDownLatch(1);
        CompletableFuture<Void> first = CompletableFuture.runAsync(() -> db.get(Transactions.class).run(() -> {
            posted[0] = post(IMAGE, "s-two");
            inserted.countDown();
            await(waiting);
        }));
        await(inserted);
        CompletableFuture<Void> second = CompletableFuture.runAsync(() -> posted[1] = post(IMAGE, "s-two"));
        Thread.sleep(200);
        assertThat(second).isNotDone();
        waiting.countDown();
        first.get(30, TimeUnit.SECONDS);
        second.get(30, TimeUnit.SECONDS);

        assertThat(record(posted[0]).get("live_key")).isNull();
        assertThat(record(posted[1]).get("live_key")).isNotNull();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Test
    void an_earlier_job_that_succeeds_late_does_not_push_a_newer_result_aside() {
        account("a", Site.CN, 1);
        account("b", Site.CN, 0);
        AttemptRef early = sending(post(IMAGE, "s-late"), Kind.IMAGE);
        String newer = make("s-late");
        made(early);

        assertThat(shot("s-late").get("image_urls").toString()).contains(newer);
    }

    @Test
    void a_switch_to_another_site_counts_and_the_first_account_stays_named() {
        account("poor", Site.CN, 9);
        String rich = account("rich", Site.US, 1);
        String job = post(IMAGE, "s-switch");
        AttemptRef first = sending(job, Kind.IMAGE);
        assertThat(status(job)).isEqualTo(1);
        Object fingerprint = record(job).get("original_session_id");
        refused(first, ErrorKind.QUOTA);
        made(sending(job, Kind.IMAGE));

        assertThat(status(job)).isEqualTo(2);
        assertThat(record(job).get("jimeng_accounts_id")).isEqualTo(rich);
        assertThat(((Number) record(job).get("site_used")).intValue()).isEqualTo(1);
        assertThat(((Number) record(job).get("site_switch_count")).intValue()).isEqualTo(1);
        assertThat(record(job).get("original_session_id")).isEqualTo(fingerprint).isNotNull();
        assertThat(record(job).get("update_by")).isEqualTo("worker-1");
    }

    @Test
    void another_account_of_the_same_site_is_no_switch() {
        account("poor", Site.CN, 9);
        account("rich", Site.CN, 1);
        String job = post(IMAGE, "s-same");
        refused(sending(job, Kind.IMAGE), ErrorKind.QUOTA);
        made(sending(job, Kind.IMAGE));

        assertThat(((Number) record(job).get("site_switch_count")).intValue()).isZero();
    }

    @Test
    void between_two_attempts_a_record_says_that_it_will_try_again() {
        account("a", Site.CN, 1);
        String job = post(IMAGE, "s-again");
        refused(sending(job, Kind.IMAGE), ErrorKind.PROVIDER_BUSY);

        assertThat(status(job)).isEqualTo(4);
        assertThat(((Number) shot("s-again").get("image_status")).intValue()).isEqualTo(4);
        db.clock().advance(Duration.ofSeconds(30));
        granted(job, Kind.IMAGE);
        assertThat(status(job)).isEqualTo(1);
    }

    @Test
    void a_shot_served_by_two_accounts_lists_both_in_their_order_each_once() {
        String first = account("one", Site.CN, 9);
        make("s-both");
        make("s-both");
        db.sql().sql("update jimeng_accounts set account_status = 1 where id = ?").param(first).update();
        String second = account("two", Site.US, 1);
        make("s-both");

        assertThat(shot("s-both").get("image_account_ids").toString().replace(" ", ""))
                .isEqualTo("[\"" + first + "\",\"" + second + "\"]");
    }
}
