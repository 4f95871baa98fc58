package dev.atelier.embedded.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.embedded.testbed.RealHouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** After all the kills: nothing is held, nobody waits, every count is what the ledger says. */
@RealTemporal
@Order(90)
class AtRestTest {
    private final RealHouse house;

    AtRestTest(RealHouse house) {
        this.house = house;
    }

    @Test
    void no_job_is_open_and_none_untold() {
        house.rows().run("update submissions set next_look_at = now() where next_look_at is not null");
        settles("select count(*), string_agg(kind || ' ' || status || ' ' || coalesce(attention_reason, ''), ', ')"
                + " from generation_jobs where status in ('pending', 'queued', 'running')");
        settles("select count(*) from generation_jobs where tell_at is not null");
    }

    @Test
    void no_slot_is_held_and_nobody_is_in_line() {
        // A written-off attempt keeps its slot until its model's longest run time has passed; that is now.
        house.rows().run("update submissions set runs_until = now(), next_look_at = now() where state = 'written_off'"
                + " and slot is not null");
        settles("select count(*) from submissions where held_by is not null");
        settles("select count(*) from submissions where line is not null");
    }

    @Test
    void each_account_has_counted_what_its_ledger_says() {
        for (String medium : List.of("image", "video", "mesh"))
            assertThat(house.rows().number("""
                    select count(*) from jimeng_accounts a where {m}_count <> (select count(*) from submissions s
                     where s.account_id = a.id and s.medium = '{m}' and (s.state in ('sent', 'made', 'ambiguous',
                       'written_off') or s.state = 'failed'))
                    """.replace("{m}", medium))).as(medium).isZero();
    }

    @Test
    void each_workflow_of_an_ended_job_is_closed() {
        RealHouse.until("no job runs in Temporal", Duration.ofSeconds(20), () -> house.temporal()
                .json("workflow", "list", "--query", "JobKind IS NOT NULL AND ExecutionStatus=\"Running\"").isEmpty());
    }

    @Test
    void no_workflow_has_failed_for_what_was_none_of_its_business() {
        assertThat(house.temporal().json("workflow", "list", "--query", "ExecutionStatus=\"Failed\"")).isEmpty();
    }

    @Test
    void the_storage_holds_what_the_rows_name_and_no_temporary_file() throws IOException {
        try (Stream<Path> files = Files.walk(house.wiring().place().assets())) {
            long kept = files.filter(Files::isRegularFile).count();
            assertThat(kept).isEqualTo(house.rows().number("select count(distinct storage_key) from assets"));
        }
    }

    @Test
    void no_conversion_has_left_anything() {
        assertThat(BrokenConversionTest.tasks(house)).isEmpty();
    }

    private void settles(String count) {
        try {
            RealHouse.until(count, Duration.ofSeconds(20), () -> house.rows().number(count) == 0);
        } catch (AssertionError not) {
            throw new AssertionError(not.getMessage() + ": " + house.rows().one(count), not);
        }
    }
}
