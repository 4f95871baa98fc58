package dev.atelier.db.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.atelier.db.account.AccountChange;
import dev.atelier.db.account.ManagingAccounts;
import dev.atelier.domain.failure.ErrorKind;
import dev.atelier.domain.job.JobRef;
import dev.atelier.domain.job.JobStatus;
import dev.atelier.domain.job.Next;

/** How long a job waits between its attempts, told before and kept. */
abstract class WaitsContract extends JobContract {

    private void allow(String account, int waits) {
        db.get(ManagingAccounts.class).change(LEAVE, account, new AccountChange(null, null, null, null, null, null,
                waits, null, null, null, "ops"));
    }

    @Test
    void twenty_waits_are_shown_ahead_and_are_the_ones_that_come() {
        String account = account("patient", 1, 0);
        allow(account, 20);
        List<Duration> promised = db.get(ManagingAccounts.class).get(LEAVE, account).orElseThrow().retryWaits();
        assertThat(promised).hasSize(20).startsWith(Duration.ofSeconds(3), Duration.ofSeconds(5),
                Duration.ofSeconds(10), Duration.ofSeconds(15)).endsWith(Duration.ofHours(1));

        JobRef job = post(IMAGE);
        List<Duration> waited = new ArrayList<>();
        record(sending(job), notSent(ErrorKind.PROVIDER_BUSY));
        while (view(job).status() != JobStatus.FAILED) {
            Instant again = view(job).nextAttemptAt();
            assertThat(view(job).retryWaits()).as("what is still to come after this one")
                    .isEqualTo(promised.subList(waited.size() + 1, 20));
            waited.add(Duration.between(now(), again));
            db.clock().set(again);
            record(sending(job), notSent(ErrorKind.PROVIDER_BUSY));
        }
        assertThat(waited).isEqualTo(promised);
        assertThat(view(job).retryWaits()).isEmpty();
    }

    @Test
    void too_many_requests_and_too_many_tasks_spend_no_wait() {
        account("first", 1, 9);
        account("second", 1, 5);
        account("third", 1, 0);
        JobRef job = post(IMAGE);
        record(sending(job), notSent(ErrorKind.RATE_LIMIT));
        record(sending(job), notSent(ErrorKind.CONCURRENCY));
        assertThat(open(job)).isInstanceOf(Next.Submit.class);
        assertThat(view(job).retryWaits()).as("all six are still to come").hasSize(6);
    }

    @Test
    void jobs_one_after_another_go_to_the_first_priority_until_it_is_full_or_cooling() {
        String nine = account("nine", 2, 9);
        String five = account("five", 1, 5);
        String zero = account("zero", 1, 0);
        for (int each = 0; each < 12; each++) {
            JobRef job = post(IMAGE);
            assertThat(row(granted(job)).accountId()).isEqualTo(nine);
            record(sending(job), answered());
        }
        JobRef one = post(IMAGE);
        granted(one);
        granted(post(IMAGE));
        assertThat(row(granted(post(IMAGE))).accountId()).as("nine is full").isEqualTo(five);
        assertThat(row(granted(post(IMAGE))).accountId()).as("five is full too").isEqualTo(zero);

        record(sending(one), notSent(ErrorKind.RATE_LIMIT));
        JobRef next = post(IMAGE);
        assertThat(open(one)).as("nine cools, the others are full").isInstanceOf(Next.Wait.class);
        assertThat(open(next)).isInstanceOf(Next.Wait.class);
    }

    @Test
    void a_job_goes_from_site_to_site_only_so_often() {
        for (int each = 0; each < 14; each++) {
            String account = account("k" + each, 1, 20 - each);
            db.sql().sql("update jimeng_accounts set site_type = :site, jimeng_account_type = :type where id = :id")
                    .param("site", each % 2).param("type", each % 2).param("id", account).update();
        }
        JobRef job = post(IMAGE);
        int attempts = 0;
        while (view(job).status() != JobStatus.FAILED) {
            record(sending(job), notSent(ErrorKind.QUOTA));
            attempts++;
        }
        assertThat(attempts).as("ten switches are eleven attempts").isEqualTo(11);
        assertThat(view(job).error().code()).isEqualTo("quota_exceeded");
    }
}
