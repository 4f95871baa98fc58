package dev.atelier.embedded.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.embedded.show.Rest;
import dev.atelier.embedded.testbed.RealHouse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Twenty accounts with one slot each and a thousand jobs, through Temporal. */
@RealTemporal
@Tag("faults")
@Order(80)
class ThousandInLineTest {
    private static final int ACCOUNTS = 20;
    private static final int JOBS = 1_000;
    private static final String NAME = "thousand-";

    private final RealHouse house;

    ThousandInLineTest(RealHouse house) {
        this.house = house;
    }

    @Test
    void each_account_runs_one_at_a_time_and_a_freed_slot_is_used_at_once() throws Exception {
        house.rows().run("update jimeng_accounts set account_status = 1 where jimeng_account like 'ark-demo-%'");
        try {
            pool();
            measure();
        } finally {
            house.rows().run("update jimeng_accounts set account_status = 1 where jimeng_account like '" + NAME + "%'");
            house.rows().run("update jimeng_accounts set account_status = 0 where jimeng_account like 'ark-demo-%'");
        }
    }

    private void measure() throws InterruptedException {
        long before = house.rows().number("select count(*) from generation_jobs");
        List<Double> bare = new ArrayList<>();
        try (BareHop hop = new BareHop(house.wiring().temporal())) {
            house.jobs().several(JOBS, "image", "seconds=2");
            bare.addAll(hop.measured(40));
            RealHouse.until(JOBS + " jobs end", Duration.ofMinutes(20), () -> house.rows().number("""
                    select count(*) from generation_jobs where status in ('pending', 'queued', 'running')""") == 0);
        }
        assertThat(house.rows().number("select count(*) from generation_jobs where status = 'succeeded'"))
                .isGreaterThanOrEqualTo(JOBS);
        assertThat(house.rows().number("select count(*) from generation_jobs") - before).isEqualTo(JOBS);
        assertThat(house.rows().number("""
                select count(*) from submissions a join submissions b on b.account_id = a.account_id and b.id > a.id
                  join jimeng_accounts c on c.id = a.account_id and c.jimeng_account like 'thousand-%'
                 where a.granted_at < b.ended_at and b.granted_at < a.ended_at""")).as("two at once on one account")
                .isZero();
        double ours = Double.parseDouble(house.rows().one("""
                select percentile_cont(0.5) within group (order by extract(epoch from r.request_ts - s.granted_at) * 1000)
                  from submissions s join provider_requests r on r.submission_id = s.id and r.operation = 'submit'
                  join jimeng_accounts c on c.id = s.account_id and c.jimeng_account like 'thousand-%'
                 where s.granted_at > s.created_at + interval '2 seconds'""").values().iterator().next());
        double yardstick = bare.stream().sorted().skip(bare.size() / 2).findFirst().orElseThrow();
        System.out.printf("release to next submit %.1f ms, signal to activity of a bare workflow %.1f ms: ratio %.2f%n",
                ours, yardstick, ours / yardstick);
        assertThat(ours / yardstick).isLessThanOrEqualTo(3);
    }

    private void pool() {
        Rest admin = new Rest(house.wiring().api(), house.wiring().keys().admin());
        for (int each = 0; each < ACCOUNTS; each++) {
            ObjectNode account = JsonMapper.shared().createObjectNode().put("provider", "ark")
                    .put("account", NAME + each).put("secret", NAME + each).put("site", "cn")
                    .put("base_url", house.wiring().sandbox() + "/ark/api/v3");
            Rest.Answer answer = admin.post("/v1/accounts", account);
            assertThat(answer.good()).as(answer.toString()).isTrue();
        }
    }
}
