package dev.atelier.db.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.atelier.db.dialect.Dialect;
import dev.atelier.domain.account.AccountStatus;
import dev.atelier.domain.account.MediumStatus;
import dev.atelier.domain.account.Site;
import dev.atelier.domain.job.Medium;

/** Created on 20 November at noon in Shanghai; the day turns on the 21st at 00:30 there, which is 16:30 UTC. */
abstract class ResettingQuotasContract extends PoolContract {

    private static final Instant TURN = Instant.parse("2026-11-20T16:30:00Z");
    private static final Instant NEXT_TURN = Instant.parse("2026-11-21T16:30:00Z");

    private AccountView account;

    @BeforeEach
    void usedAccount() {
        account = created(account("session-quota"));
        set(account, "image_count = 7, video_count = 8, mesh_count = 9");
    }

    private int reset(Instant now) {
        return db.get(ResettingQuotas.class).reset(null, now);
    }

    private void off(String medium, int status, String reason, Instant since) {
        Dialect dialect = db.get(Dialect.class);
        db.sql().sql("""
                update jimeng_accounts
                   set image_generation_status = ?, image_unavailable_reason = ?, image_unavailable_time = ?,
                       image_unavailable_until = ?
                 where id = ?
                """.replace("image_", medium + "_")).param(status).param(reason).param(dialect.instant(since))
                .param(dialect.instant(since.plusSeconds(1_000_000))).param(account.id()).update();
    }

    private AccountView.MediumView medium(Medium medium) {
        return now(account).media().get(medium);
    }

    private List<Integer> counts() {
        return List.of(medium(Medium.IMAGE).used(), medium(Medium.VIDEO).used(), medium(Medium.MESH).used());
    }

    @Test
    void due_to_the_second() {
        assertThat(reset(TURN.minusSeconds(1))).isZero();
        assertThat(counts()).containsExactly(7, 8, 9);

        assertThat(reset(TURN)).isEqualTo(1);
        assertThat(counts()).containsExactly(0, 0, 0);
        assertThat(now(account).quotaResetTime()).isEqualTo(NEXT_TURN);
    }

    @Test
    void a_second_run_changes_nothing() {
        reset(TURN);
        set(account, "image_count = 3");
        Map<String, Object> before = db.sql().sql("select * from jimeng_accounts").query().singleRow();

        assertThat(reset(TURN)).isZero();
        assertThat(db.sql().sql("select * from jimeng_accounts").query().singleRow()).isEqualTo(before);
    }

    @Test
    void what_rested_because_of_quota_or_rate_or_nobody_knows_comes_back() {
        off("image", 0, "quota", TURN.minusSeconds(60));
        off("video", 2, "rate", TURN.minusSeconds(1));
        off("mesh", 0, null, TURN.minusSeconds(3600));

        reset(TURN);

        for (Medium each : Medium.values()) {
            assertThat(medium(each).status()).isEqualTo(MediumStatus.AVAILABLE);
            assertThat(medium(each).unavailableReason()).isNull();
            assertThat(medium(each).unavailableSince()).isNull();
            assertThat(medium(each).unavailableUntil()).isNull();
        }
    }

    @Test
    void what_a_person_must_look_at_does_not_come_back_by_itself() {
        off("image", 0, "auth", TURN.minusSeconds(60));
        off("video", 0, "risk", TURN.minusSeconds(60));
        off("mesh", 0, "manual", TURN.minusSeconds(60));

        reset(TURN);

        for (Medium each : Medium.values()) {
            assertThat(medium(each).status()).isEqualTo(MediumStatus.UNAVAILABLE);
            assertThat(medium(each).unavailableSince()).isEqualTo(TURN.minusSeconds(60));
            assertThat(medium(each).unavailableUntil()).isNotNull();
            assertThat(medium(each).unavailableReason()).isNotNull();
        }
        assertThat(counts()).containsExactly(0, 0, 0);
    }

    @Test
    void one_medium_alone_comes_back() {
        off("video", 2, "quota", TURN.minusSeconds(60));
        off("image", 0, "ban", TURN.minusSeconds(60));

        reset(TURN);

        assertThat(medium(Medium.VIDEO).status()).isEqualTo(MediumStatus.AVAILABLE);
        assertThat(medium(Medium.IMAGE).status()).isEqualTo(MediumStatus.UNAVAILABLE);
        assertThat(medium(Medium.MESH).status()).isEqualTo(MediumStatus.AVAILABLE);
    }

    @Test
    void what_became_unavailable_after_the_turn_belongs_to_the_new_day() {
        off("image", 0, "quota", TURN);
        off("video", 0, "quota", TURN.plusSeconds(1));

        reset(TURN.plusSeconds(5));

        assertThat(medium(Medium.IMAGE).status()).isEqualTo(MediumStatus.UNAVAILABLE);
        assertThat(medium(Medium.VIDEO).status()).isEqualTo(MediumStatus.UNAVAILABLE);
        reset(NEXT_TURN);
        assertThat(medium(Medium.IMAGE).status()).isEqualTo(MediumStatus.AVAILABLE);
        assertThat(medium(Medium.VIDEO).status()).isEqualTo(MediumStatus.AVAILABLE);
    }

    @Test
    void a_banned_account_is_counted_anew_and_stays_banned() {
        set(account, "account_status = 2");
        off("image", 0, "quota", TURN.minusSeconds(60));

        assertThat(reset(TURN)).isEqualTo(1);

        assertThat(now(account).status()).isEqualTo(AccountStatus.BANNED);
        assertThat(counts()).containsExactly(0, 0, 0);
    }

    @Test
    void an_account_that_was_never_unavailable_just_starts_again() {
        reset(TURN);

        assertThat(medium(Medium.IMAGE).status()).isEqualTo(MediumStatus.AVAILABLE);
        assertThat(medium(Medium.IMAGE).unavailableSince()).isNull();
    }

    @Test
    void days_late_the_next_turn_is_the_next_one_after_now() {
        off("image", 0, "quota", TURN.minusSeconds(60));

        assertThat(reset(Instant.parse("2026-11-24T20:00:00Z"))).isEqualTo(1);

        assertThat(now(account).quotaResetTime()).isEqualTo(Instant.parse("2026-11-25T16:30:00Z"));
        assertThat(medium(Medium.IMAGE).status()).isEqualTo(MediumStatus.AVAILABLE);
    }

    @Test
    void created_ten_minutes_past_midnight_its_first_turn_is_the_next_day() {
        db.clock().set(Instant.parse("2026-11-20T16:10:00Z"));
        AccountView early = created(account("session-early"));

        assertThat(early.quotaResetTime()).isEqualTo(NEXT_TURN);
        assertThat(reset(TURN)).isEqualTo(1);
        assertThat(now(early).quotaResetTime()).isEqualTo(NEXT_TURN);
    }

    @Test
    void each_zone_has_its_own_midnight() {
        NewAccount tokyo = new NewAccount("ark", "tokyo", "session-tokyo", Site.JP, null, null, null, null, null, null,
                null, ZoneId.of("Asia/Tokyo"), null);
        AccountView other = created(tokyo);

        assertThat(other.quotaResetTime()).isEqualTo(TURN.minusSeconds(3600));
        assertThat(db.get(ResettingQuotas.class).reset(ZoneId.of("Asia/Tokyo"), TURN)).isEqualTo(1);
        assertThat(now(other).quotaResetTime()).isEqualTo(NEXT_TURN.minusSeconds(3600));
        assertThat(counts()).containsExactly(7, 8, 9);
        assertThat(db.get(ResettingQuotas.class).reset(ZoneId.of("Asia/Shanghai"), TURN)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"America/New_York,2026-11-01T04:10:00Z,2026-11-02T05:30:00Z,2026-11-03T05:30:00Z",
            "America/New_York,2026-03-07T12:00:00Z,2026-03-08T05:30:00Z,2026-03-09T04:30:00Z",
            "Europe/Berlin,2026-10-24T12:00:00Z,2026-10-24T22:30:00Z,2026-10-25T23:30:00Z",
            "Australia/Lord_Howe,2026-04-04T12:00:00Z,2026-04-04T13:30:00Z,2026-04-05T14:00:00Z",
            "Asia/Kathmandu,2026-11-20T12:00:00Z,2026-11-20T18:45:00Z,2026-11-21T18:45:00Z",
            "UTC,2026-11-20T12:00:00Z,2026-11-21T00:30:00Z,2026-11-22T00:30:00Z"})
    void the_day_turns_at_half_past_midnight_of_the_zone_also_when_its_clocks_change(ZoneId zone, Instant created,
            Instant first, Instant second) {
        db.sql().sql("delete from jimeng_accounts").update();
        db.clock().set(created);
        account = created(new NewAccount("ark", "far", "session-far", Site.US, null, null, null, null, null, null,
                null, zone, null));
        assertThat(account.quotaResetTime()).isEqualTo(first);
        set(account, "image_count = 7");
        off("video", 0, "quota", first.minusSeconds(1));

        assertThat(reset(first.minusSeconds(1))).isZero();
        assertThat(reset(first)).isEqualTo(1);
        assertThat(reset(first)).isZero();

        assertThat(counts()).containsExactly(0, 0, 0);
        assertThat(medium(Medium.VIDEO).status()).isEqualTo(MediumStatus.AVAILABLE);
        assertThat(now(account).quotaResetTime()).isEqualTo(second);
    }

    @Test
    void run_by_several_at_once_the_day_turns_once() throws Exception {
        for (int each = 0; each < 9; each++) {
            set(created(account("session-" + each)), "image_count = 5");
        }
        List<Callable<Integer>> runs = Collections.nCopies(6, () -> reset(TURN));
        int accounts = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            for (Future<Integer> run : threads.invokeAll(runs)) {
                accounts += run.get();
            }
        }
        assertThat(accounts).isEqualTo(10);
        assertThat(db.sql().sql("select sum(image_count) from jimeng_accounts").query(Integer.class).single()).isZero();
    }

    @Test
    void the_lines_are_served_when_the_day_has_turned() {
        db.get(RecordingLines.class).calls.clear();
        reset(TURN.minusSeconds(1));
        assertThat(db.get(RecordingLines.class).calls).isEmpty();
        reset(TURN);
        assertThat(db.get(RecordingLines.class).calls).containsExactly("lock ark", "serve ark");
    }
}
