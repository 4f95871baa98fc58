package dev.atelier.db.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

import dev.atelier.domain.account.AccountStatus;
import dev.atelier.domain.account.MediumStatus;
import dev.atelier.domain.account.UnavailableReason;
import dev.atelier.domain.job.Medium;

/** Accounts that other software wrote, or a newer version of this one. */
abstract class ForeignValuesContract extends PoolContract {

    @Test
    void a_code_that_nobody_knows_is_refused_and_where_newer_software_allowed_it_read_with_care_and_flagged() {
        AccountView odd = created(account("session-odd"));
        AccountView good = created(account("session-good"));

        assertThatThrownBy(() -> set(odd, "account_status = 9")).isInstanceOf(DataAccessException.class)
                .hasMessageContaining("jimeng_accounts_status");
        allow("jimeng_accounts_status", "jimeng_accounts_site", "jimeng_accounts_home", "jimeng_accounts_video",
                "jimeng_accounts_video_since", "jimeng_accounts_video_reason");

        set(odd, "account_status = 9, site_type = 7, video_generation_status = 5,"
                + " video_unavailable_reason = 'bored', zone = 'Mars/Olympus', models = '{\"a\": 1}'");

        AccountView read = now(odd);
        assertThat(read.unknownValues()).containsExactlyInAnyOrder("account_status=9", "site_type=7",
                "video_generation_status=5", "video_unavailable_reason=bored", "zone=Mars/Olympus",
                "models={\"a\": 1}");
        assertThat(read.status()).isEqualTo(AccountStatus.INACTIVE);
        assertThat(read.models()).isEmpty();
        assertThat(read.media().get(Medium.VIDEO).status()).isEqualTo(MediumStatus.UNAVAILABLE);
        assertThat(read.media().get(Medium.VIDEO).unavailableReason()).isEqualTo(UnavailableReason.MANUAL);
        assertThat(pool().list(LEAVE, new AccountFilter(null, null, null, 10, null)))
                .extracting(AccountView::id).contains(odd.id(), good.id());
        assertThat(now(good).unknownValues()).isEmpty();
    }

    @Test
    void an_odd_zone_does_not_keep_the_others_from_their_new_day() {
        AccountView odd = created(account("session-mars"));
        AccountView good = created(account("session-earth"));
        set(odd, "zone = 'Mars/Olympus', video_count = 3");
        set(good, "video_count = 3");
        db.clock().advance(Duration.ofDays(2));

        assertThat(db.get(ResettingQuotas.class).reset(null, db.clock().instant())).isEqualTo(2);

        assertThat(now(odd).media().get(Medium.VIDEO).used()).isZero();
        assertThat(now(good).media().get(Medium.VIDEO).used()).isZero();
    }

    private void allow(String... checks) {
        for (String check : checks) {
            db.sql().sql("alter table jimeng_accounts drop constraint " + check).update();
        }
    }
}
