package dev.atelier.db.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.atelier.db.tenant.Organisations;
import dev.atelier.domain.account.AccountStatus;
import dev.atelier.domain.account.MediumStatus;
import dev.atelier.domain.account.Site;
import dev.atelier.domain.account.UnavailableReason;
import dev.atelier.domain.catalogue.Violation;
import dev.atelier.domain.job.Medium;
import dev.atelier.domain.provider.Credential;

abstract class AccountsContract extends PoolContract {

    private static AccountChange secret(String secret) {
        return new AccountChange(null, null, secret, null, null, null, null, null, null, null, "ops");
    }

    private static AccountChange status(AccountStatus status) {
        return new AccountChange(null, null, null, null, status, null, null, null, null, null, "ops");
    }

    private static AccountChange medium(Medium medium, AccountChange.MediumChange change) {
        return new AccountChange(null, null, null, null, null, null, null, Map.of(medium, change), null, null, "ops");
    }

    @Test
    void a_new_account_has_the_seeds_defaults() {
        AccountView account = created(account("session-1"));

        assertThat(account.status()).isEqualTo(AccountStatus.ACTIVE);
        assertThat(account.domestic()).isTrue();
        assertThat(account.maxRetryCount()).isEqualTo(6);
        assertThat(account.baseUrl()).isEqualTo("https://ark.cn-beijing.volces.com/api/v3");
        assertThat(account.zone().getId()).isEqualTo("Asia/Shanghai");
        assertThat(account.quotaResetTime()).isEqualTo(Instant.parse("2026-11-20T16:30:00Z"));
        assertThat(account.media().get(Medium.IMAGE).slots()).isEqualTo(1);
        assertThat(account.media().get(Medium.VIDEO).slots()).isEqualTo(2);
        assertThat(account.media().get(Medium.VIDEO).dayLimit()).isEqualTo(40);
        assertThat(account.media().get(Medium.MESH).status()).isEqualTo(MediumStatus.AVAILABLE);
        assertThat(account.version()).isEqualTo(1);
        assertThat(account.createdBy()).isEqualTo("ops");
    }

    @Test
    void the_secret_lies_sealed_and_opens_for_the_one_who_submits() {
        AccountView account = created(account("session-secret"));

        assertThat(db.sql().sql("select * from jimeng_accounts").query().singleRow().toString())
                .doesNotContain("session-secret");
        assertThat(account.toString()).doesNotContain("session-secret");
        Credential credential = db.get(OpeningCredentials.class).of(account.id()).orElseThrow();
        assertThat(credential.secret()).isEqualTo("session-secret");
        assertThat(credential.baseUrl().toString()).isEqualTo(account.baseUrl());
        assertThat(db.get(OpeningCredentials.class).of("nobody")).isEmpty();
    }

    @Test
    void looking_goes_on_with_the_credential_of_a_deleted_account() {
        AccountView account = created(account("session-deleted"));
        pool().delete(LEAVE, account.id(), "ops");

        assertThat(db.get(OpeningCredentials.class).of(account.id())).isPresent();
        assertThat(pool().get(LEAVE, account.id())).isEmpty();
    }

    @Test
    void an_account_abroad_is_never_domestic() {
        NewAccount abroad = new NewAccount("ark", "abroad", "session-us", Site.US, "http://127.0.0.1:8090/ark/api/v3/",
                null, 7, 3, null, List.of("ark/seedream-4.5"), null, null, "ops");
        AccountView account = created(abroad);

        assertThat(account.domestic()).isFalse();
        assertThat(account.baseUrl()).isEqualTo("http://127.0.0.1:8090/ark/api/v3");
        assertThat(account.models()).containsExactly("ark/seedream-4.5");
        assertThat(db.sql().sql("select jimeng_account_type from jimeng_accounts").query(Integer.class).single())
                .isEqualTo(1);
    }

    @Test
    void one_credential_is_in_the_pool_once_per_provider_and_site() {
        AccountView account = created(account("session-twice"));

        assertThat(pool().create(account("session-twice"))).isEqualTo(new AccountAnswer.Duplicate(account.id()));
        assertThat(pool().create(new NewAccount("ark", "elsewhere", "session-twice", Site.HK, null, null, null, null,
                null, null, null, null, null))).isInstanceOf(AccountAnswer.Done.class);
    }

    @Test
    void a_credential_that_returns_is_the_row_it_was_with_its_counters() {
        AccountView account = created(account("session-back"));
        set(account, "image_count = 12, video_generation_status = 0, video_unavailable_reason = 'auth',"
                + " video_unavailable_time = '2026-11-20 04:00:00',"
                + " image_generation_status = 2, image_unavailable_reason = 'rate',"
                + " image_unavailable_time = '2026-11-20 04:00:00'");
        pool().delete(LEAVE, account.id(), "ops");
        pool().create(account("session-other"));

        AccountAnswer.Done back = (AccountAnswer.Done) pool().create(account("session-back"));

        assertThat(back.revived()).isTrue();
        assertThat(back.account().id()).isEqualTo(account.id());
        assertThat(back.account().media().get(Medium.IMAGE).used()).isEqualTo(12);
        assertThat(back.account().media().get(Medium.IMAGE).status()).isEqualTo(MediumStatus.RATE_LIMITED);
        assertThat(back.account().media().get(Medium.VIDEO).status()).isEqualTo(MediumStatus.AVAILABLE);
        assertThat(db.get(OpeningCredentials.class).of(account.id()).orElseThrow().secret()).isEqualTo("session-back");
    }

    @Test
    void an_account_may_come_and_go_any_number_of_times() {
        for (int round = 0; round < 3; round++) {
            AccountView account = created(account("session-fickle"));
            assertThat(pool().delete(LEAVE, account.id(), "ops")).isInstanceOf(AccountAnswer.Done.class);
            assertThat(pool().delete(LEAVE, account.id(), "ops")).isInstanceOf(AccountAnswer.Missing.class);
        }
    }

    @Test
    void what_cannot_be_is_told_field_by_field() {
        NewAccount wrong = new NewAccount("nobody", "", "", null, "ftp://x", "no-org", null, 101,
                Map.of(Medium.MESH, new NewAccount.Plan(32, -1)), List.of("ark/none"), null, null, null);

        AccountAnswer.Invalid invalid = (AccountAnswer.Invalid) pool().create(wrong);

        assertThat(invalid.violations()).extracting(Violation::field).containsExactlyInAnyOrder("provider", "account",
                "secret", "org_id", "site", "base_url", "mesh.slots", "mesh.day_limit", "max_retry_count", "models");
    }

    @Test
    void held_slots_are_counted() {
        AccountView account = created(account("session-held"));
        hold(account, "video", 0);
        hold(account, "video", 1);
        hold(account, "image", 0);

        assertThat(now(account).media().get(Medium.VIDEO).held()).isEqualTo(2);
        assertThat(now(account).media().get(Medium.IMAGE).held()).isEqualTo(1);
        assertThat(now(account).media().get(Medium.MESH).held()).isZero();
    }

    @Test
    void a_person_switches_a_medium_off_and_on() {
        AccountView account = created(account("session-switch"));

        pool().change(LEAVE, account.id(), medium(Medium.IMAGE, new AccountChange.MediumChange(false, 5, null)));
        AccountView.MediumView off = now(account).media().get(Medium.IMAGE);
        assertThat(off.status()).isEqualTo(MediumStatus.UNAVAILABLE);
        assertThat(off.unavailableReason()).isEqualTo(UnavailableReason.MANUAL);
        assertThat(off.unavailableSince()).isEqualTo(db.clock().instant());
        assertThat(off.slots()).isEqualTo(5);

        pool().change(LEAVE, account.id(), medium(Medium.IMAGE, new AccountChange.MediumChange(true, null, null)));
        AccountView.MediumView on = now(account).media().get(Medium.IMAGE);
        assertThat(on.status()).isEqualTo(MediumStatus.AVAILABLE);
        assertThat(on.unavailableSince()).isNull();
        assertThat(on.slots()).isEqualTo(5);
    }

    @Test
    void a_limit_can_be_taken_away() {
        AccountView account = created(account("session-limit"));
        pool().change(LEAVE, account.id(),
                medium(Medium.VIDEO, new AccountChange.MediumChange(null, null, Patch.to(null))));

        assertThat(now(account).media().get(Medium.VIDEO).dayLimit()).isNull();
        assertThat(now(account).media().get(Medium.VIDEO).slots()).isEqualTo(2);
    }

    @Test
    void a_new_credential_brings_back_what_the_old_one_had_stopped() {
        AccountView account = created(account("session-old"));
        set(account, "image_generation_status = 0, image_unavailable_reason = 'auth',"
                + " image_unavailable_time = '2026-11-20 04:00:00', video_generation_status = 0,"
                + " video_unavailable_reason = 'risk', video_unavailable_time = '2026-11-20 04:00:00'");

        pool().change(LEAVE, account.id(), secret("session-new"));

        assertThat(now(account).media().get(Medium.IMAGE).status()).isEqualTo(MediumStatus.AVAILABLE);
        assertThat(now(account).media().get(Medium.VIDEO).status()).isEqualTo(MediumStatus.UNAVAILABLE);
        assertThat(db.get(OpeningCredentials.class).of(account.id()).orElseThrow().secret()).isEqualTo("session-new");
        assertThat(pool().create(account("session-old"))).isInstanceOf(AccountAnswer.Done.class);
    }

    @Test
    void a_new_credential_that_another_account_has_is_refused() {
        AccountView one = created(account("session-one"));
        AccountView two = created(account("session-two"));

        assertThat(pool().change(LEAVE, two.id(), secret("session-one")))
                .isEqualTo(new AccountAnswer.Duplicate(one.id()));
    }

    @Test
    void a_change_of_what_somebody_changed_meanwhile_is_refused() {
        AccountView account = created(account("session-race"));
        pool().change(LEAVE, account.id(), status(AccountStatus.INACTIVE));

        AccountChange late = new AccountChange(account.version(), "renamed", null, null, null, null, null, null, null,
                null, "other");
        AccountAnswer answer = pool().change(LEAVE, account.id(), late);

        assertThat(answer).isInstanceOf(AccountAnswer.Stale.class);
        assertThat(now(account).account()).isEqualTo("studio-7");
        assertThat(now(account).version()).isEqualTo(2);
        assertThat(pool().change(LEAVE, "nobody", late)).isInstanceOf(AccountAnswer.Missing.class);
    }

    @Test
    void whatever_may_raise_the_supply_locks_first_and_serves_last() {
        AccountView account = created(account("session-lines"));
        pool().change(LEAVE, account.id(), status(AccountStatus.ACTIVE));

        assertThat(db.get(RecordingLines.class).calls).containsExactly("lock ark", "serve ark", "lock ark",
                "serve ark");
    }

    @Test
    void the_list_is_paged_newest_first() {
        List<String> ids = IntStream.range(0, 5).mapToObj(each -> created(account("session-page-" + each)).id())
                .toList();
        List<AccountView> first = pool().list(LEAVE, new AccountFilter("ark", null, null, 2, null));
        List<AccountView> second = pool().list(LEAVE,
                new AccountFilter("ark", null, AccountStatus.ACTIVE, 2, first.get(1).id()));

        assertThat(first).extracting(AccountView::id).containsExactly(ids.get(4), ids.get(3), ids.get(2));
        assertThat(second).extracting(AccountView::id).containsExactly(ids.get(2), ids.get(1), ids.get(0));
        assertThat(pool().list(LEAVE, new AccountFilter("other", null, null, 2, null))).isEmpty();
    }

    @Test
    void an_organisation_may_own_an_account() {
        String org = db.get(Organisations.class).ensure("owner");
        NewAccount owned = new NewAccount("ark", "own", "session-own", Site.CN, null, org, null, null, null, null,
                List.of("ark/seed3d-1.0"), null, null);
        AccountView account = created(owned);

        assertThat(account.orgId()).isEqualTo(org);
        assertThat(account.notModels()).containsExactly("ark/seed3d-1.0");
        assertThat(pool().list(LEAVE, new AccountFilter(null, org, null, 10, null))).hasSize(1);
    }
}
