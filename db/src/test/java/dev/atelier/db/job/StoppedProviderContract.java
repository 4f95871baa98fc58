package dev.atelier.db.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.atelier.db.account.AccountView;
import dev.atelier.db.account.ManagingAccounts;
import dev.atelier.db.account.PoolStop;
import dev.atelier.db.account.StoppingProviders;
import dev.atelier.domain.account.AccountStatus;
import dev.atelier.domain.failure.ErrorKind;
import dev.atelier.domain.job.JobRef;
import dev.atelier.domain.job.Next;

/** One error never bans; several accounts that fail alike have one cause, and it is not theirs. */
abstract class StoppedProviderContract extends JobContract {

    @BeforeEach
    void nothingHasHappened() {
        db.sql().sql("delete from account_troubles").update();
        db.sql().sql("delete from pool_stops").update();
    }

    private List<PoolStop> stops() {
        return db.get(StoppingProviders.class).standing(LEAVE);
    }

    private AccountView view(String account) {
        return db.get(ManagingAccounts.class).get(LEAVE, account).orElseThrow();
    }

    /** The job goes from account to account, each answering with this. */
    private JobRef refusedBy(int accounts, ErrorKind kind) {
        JobRef job = post(IMAGE);
        for (int each = 0; each < accounts; each++) {
            record(sending(job), notSent(kind));
        }
        return job;
    }

    @Test
    void three_accounts_under_suspicion_at_once_stop_the_provider_and_spare_the_fourth() {
        for (int each = 0; each < 4; each++) {
            account("k" + each, 1, 0);
        }
        JobRef job = refusedBy(3, ErrorKind.RISK);

        assertThat(open(job)).isInstanceOf(Next.Wait.class);
        assertThat(stops()).singleElement().satisfies(stop -> {
            assertThat(stop.provider()).isEqualTo("ark");
            assertThat(stop.reason()).isEqualTo("risk");
            assertThat(stop.until()).isEqualTo(now().plus(Duration.ofMinutes(15)));
        });
        assertThat(db.get(ReadingJobs.class).find(org, job.jobId()).orElseThrow().queueEstimate()).isNull();

        db.clock().advance(Duration.ofMinutes(15));
        assertThat(stops()).isEmpty();
        assertThat(db.get(StoppingProviders.class).end(LEAVE)).isEqualTo(1);
        assertThat(open(job)).as("what waited goes on by itself").isInstanceOf(Next.Submit.class);
    }

    @Test
    void a_person_ends_a_stop_and_what_waits_is_served_in_the_same_commit() {
        account("k", 1, 0);
        StoppingProviders stopping = db.get(StoppingProviders.class);
        assertThat(stopping.stop(LEAVE, "ark", "their console is down", Duration.ofHours(1), "ops")).isTrue();
        assertThat(stopping.stop(LEAVE, "ark", null, Duration.ofHours(9), "another")).isFalse();
        JobRef job = post(IMAGE);
        assertThat(open(job)).isInstanceOf(Next.Wait.class);
        db.bell().forget();

        assertThat(stopping.lift(LEAVE, "ark", "ops")).isTrue();

        assertThat(row(granted(job)).accountId()).isNotNull();
        assertThat(stopping.lift(LEAVE, "ark", "ops")).isFalse();
    }

    @Test
    void two_accounts_are_two_accounts_and_one_error_bans_none() {
        String first = account("k1", 1, 9);
        account("k2", 1, 8);
        account("k3", 1, 0);

        assertThat(open(refusedBy(2, ErrorKind.RISK))).isInstanceOf(Next.Submit.class);

        assertThat(stops()).isEmpty();
        assertThat(view(first).status()).isEqualTo(AccountStatus.ACTIVE);
        assertThat(view(first).health()).isEqualTo(60);
    }

    @Test
    void accounts_that_fail_alike_hours_apart_have_nothing_in_common() {
        for (int each = 0; each < 4; each++) {
            account("k" + each, 1, 0);
        }
        JobRef job = post(IMAGE);
        for (int each = 0; each < 3; each++) {
            record(sending(job), notSent(ErrorKind.AUTH));
            db.clock().advance(Duration.ofMinutes(11));
        }
        assertThat(stops()).isEmpty();
    }

    @Test
    void a_pool_that_is_merely_busy_is_not_stopped() {
        for (int each = 0; each < 5; each++) {
            account("k" + each, 1, 0);
        }
        refusedBy(5, ErrorKind.RATE_LIMIT);
        assertThat(stops()).isEmpty();
    }

    @Test
    void a_worn_account_comes_after_the_sound_ones_of_its_priority_and_recovers() {
        String worn = account("worn", 1, 5);
        String sound = account("sound", 1, 5);
        String lower = account("lower", 1, 0);
        db.sql().sql("update jimeng_accounts set strain = 80000, strain_at = :at where id = :id")
                .param("at", db.get(dev.atelier.db.dialect.Dialect.class).instant(now())).param("id", worn).update();

        assertThat(view(worn).health()).isEqualTo(20);
        assertThat(row(granted(post(IMAGE))).accountId()).isEqualTo(sound);
        assertThat(row(granted(post(IMAGE))).accountId()).isEqualTo(worn);
        assertThat(row(granted(post(IMAGE))).accountId()).isEqualTo(lower);
        db.clock().advance(Duration.ofHours(6));
        assertThat(view(worn).health()).isEqualTo(60);
    }

    @Test
    void a_new_account_that_warms_up_has_one_slot_until_it_is_warm() {
        String fresh = account("fresh", 3, 0);
        db.sql().sql("update jimeng_accounts set warm_until = :at where id = :id")
                .param("at", db.get(dev.atelier.db.dialect.Dialect.class).instant(now().plusSeconds(60)))
                .param("id", fresh).update();
        granted(post(IMAGE));
        JobRef second = post(IMAGE);
        assertThat(open(second)).isInstanceOf(Next.Wait.class);

        db.clock().advance(Duration.ofSeconds(60));
        assertThat(db.get(dev.atelier.db.account.WarmingUp.class).end(now())).isEqualTo(1);

        assertThat(row(granted(second)).accountId()).isEqualTo(fresh);
        assertThat(view(fresh).warmUntil()).isNull();
    }
}
