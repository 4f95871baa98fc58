package dev.atelier.embedded.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.embedded.testbed.RealHouse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** {@code temporal schedule trigger --schedule-id quota-reset}, over accounts as a night would find them. */
@RealTemporal
@Order(3)
class QuotaResetTest {
    /** Half an hour past midnight in Shanghai. */
    private static final String NEXT_RESET = "(case when d + interval '30 minutes' > l then d else d + interval '1 day' end"
            + " + interval '30 minutes') at time zone 'Asia/Shanghai' from (select date_trunc('day', l) as d, l from"
            + " (select now() at time zone 'Asia/Shanghai' as l) a) b";

    private final RealHouse house;

    QuotaResetTest(RealHouse house) {
        this.house = house;
    }

    @Test
    void gives_a_new_day_to_those_whose_day_is_over_and_to_nothing_else() {
        due("by-quota", "image_generation_status = 0, image_unavailable_reason = 'quota'," + BEFORE);
        due("by-rate", "image_generation_status = 2, image_unavailable_reason = 'rate'," + BEFORE);
        due("unsaid", "image_generation_status = 0, image_unavailable_reason = null," + BEFORE);
        due("by-auth", "image_generation_status = 0, image_unavailable_reason = 'auth'," + BEFORE);
        due("by-hand", "image_generation_status = 0, image_unavailable_reason = 'manual'," + BEFORE);
        due("too-late", "image_generation_status = 0, image_unavailable_reason = 'quota',"
                + "image_unavailable_time = now() - interval '1 minute'");
        due("never", "image_generation_status = 1");
        due("banned", "account_status = 2, image_generation_status = 0, image_unavailable_reason = 'ban'," + BEFORE);
        due("days-late", "quota_reset_time = now() - interval '5 days', image_generation_status = 1");
        account("not-due", "quota_reset_time = now() + interval '3 hours', image_generation_status = 0,"
                + "image_unavailable_reason = 'quota', image_unavailable_time = now() - interval '3 hours'");

        String before = house.rows().one("select now()::text as t").get("t");
        house.temporal().run("schedule", "trigger", "--schedule-id", "quota-reset");
        RealHouse.until("the reset has run", Duration.ofSeconds(20),
                () -> house.rows()
                        .number("select image_count from jimeng_accounts where jimeng_account = 'never'") == 0);

        for (String back : new String[]{"by-quota", "by-rate", "unsaid"})
            assertThat(image(back)).as(back)
                    .isEqualTo(Map.of("status", "1", "at", "null", "why", "null", "count", "0"));
        for (String away : new String[]{"by-auth", "by-hand", "too-late", "banned"})
            assertThat(image(away)).as(away).containsEntry("status", "0").containsEntry("count", "0")
                    .doesNotContainEntry("at", "null");
        assertThat(image("never")).containsEntry("status", "1").containsEntry("count", "0");
        assertThat(image("not-due")).containsEntry("status", "0").containsEntry("count", "7").containsEntry("why",
                "quota");
        assertThat(house.rows().number("select account_status from jimeng_accounts where jimeng_account = 'banned'"))
                .isEqualTo(2);
        assertThat(house.rows().one("select count(*) as all, count(distinct video_generation_status) as kinds,"
                + " sum(video_count) as videos from jimeng_accounts where attr1 = 'quota' and jimeng_account <> 'not-due'"))
                .as("the other medium of each: available as before, counted anew")
                .containsEntry("kinds", "1").containsEntry("videos", "0");
        assertThat(house.rows().number("select count(*) from jimeng_accounts where attr1 = 'quota'"
                + " and jimeng_account <> 'not-due' and quota_reset_time = (select " + NEXT_RESET + ")"))
                .as("all that were due are due again at the next 00:30, the late one too").isEqualTo(9);
        assertThat(before).isNotNull();
        house.rows().run("delete from jimeng_accounts where attr1 = 'quota'");
    }

    private static final String BEFORE = "image_unavailable_time = now() - interval '3 hours'";

    private void due(String name, String set) {
        account(name, set.contains("quota_reset_time") ? set : "quota_reset_time = now() - interval '1 hour'," + set);
    }

    /** A copy of one of the pool's, without slots, so that no other proof's job comes to it. */
    private void account(String name, String set) {
        house.rows().run("""
                insert into jimeng_accounts (id, jimeng_account, session_id, session_fingerprint, provider, base_url,
                    image_slots, video_slots, mesh_slots, live_key, zone, attr1)
                select '%1$s', '%1$s', session_id, '%1$s', provider, base_url, 0, 0, 0, '%1$s', zone, 'quota'
                  from jimeng_accounts where jimeng_account = 'ark-demo-1';
                update jimeng_accounts set image_count = 7, video_count = 5, %2$s where id = '%1$s'
                """.formatted(name, set));
    }

    private Map<String, String> image(String name) {
        return house.rows().one("select image_generation_status as status, image_unavailable_time::text as at,"
                + " image_unavailable_reason as why, image_count as count from jimeng_accounts where jimeng_account = '"
                + name + "'");
    }
}
