package dev.atelier.embedded.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.embedded.testbed.Jobs;
import dev.atelier.embedded.testbed.RealHouse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** SIGTERM, as every deployment sends it, while one submit is under way and twenty are queued behind it. */
@RealTemporal
@Order(21)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DrainTest {
    private static final Duration MINUTE = Duration.ofSeconds(60);

    private final RealHouse house;
    private final Jobs jobs;
    private List<Jobs.Posted> all;
    private Instant asked;

    DrainTest(RealHouse house) {
        this.house = house;
        this.jobs = house.jobs();
    }

    @BeforeAll
    void end_the_only_worker_in_the_middle() {
        house.plugs().end("worker-1", "worker-2");
        house.plugs().start("worker-1", Map.of("ATELIER_WORKER_SUBMITS_AT_ONCE", "1"));
        all = new ArrayList<>(jobs.several(13, "image", "seconds=4"));
        all.addAll(jobs.several(15, "video", "ack=4", "seconds=1"));
        RealHouse.until("twenty are queued behind one that is being sent", MINUTE,
                () -> inState("granted") >= 20 && inState("sending") == 1 && inFlight() == 1);
        asked = Instant.now();
        house.plugs().end("worker-1");
        System.out.printf("drained and ended %d ms after SIGTERM%n",
                Duration.between(asked, Instant.now()).toMillis());
    }

    @Test
    @Order(1)
    void sigterm_during_a_submit_finishes_it() {
        assertThat(inState("sending")).as("cut off").isZero();
        assertThat(inState("ambiguous")).as("cut off").isZero();
        assertThat(house.journal().paidSubmits(all).stream().mapToInt(Integer::intValue).sum())
                .as("each one that was sent stands in the ledger").isEqualTo(recorded());
    }

    @Test
    @Order(2)
    void sigterm_with_twenty_submits_queued_starts_none_afterwards_and_parks_none() {
        assertThat(house.journal().submitsSince(asked.plusMillis(300))).isZero();
        assertThat(all).allSatisfy(job -> assertThat(jobs.attention(job)).isEmpty());
    }

    @Test
    @Order(3)
    void the_next_worker_makes_them_all_with_one_submit_each() {
        house.plugs().start("worker-1");
        assertThat(all).allSatisfy(job -> assertThat(jobs.end(job, MINUTE)).isEqualTo("succeeded"));
        assertThat(house.journal().paidSubmits(all)).isEqualTo(Collections.nCopies(28, 1));
    }

    @Test
    @Order(4)
    @Tag("faults")
    void a_call_that_lasts_longer_than_the_drain_is_cut_and_a_person_is_asked_instead_of_sending_it_again() {
        house.plugs().end("worker-1");
        house.plugs().start("worker-1", Map.of("ATELIER_WORKER_DRAIN", "2s"));
        Jobs.Posted image = jobs.post("image", "seconds=40");
        RealHouse.until("it is inside the call", MINUTE, () -> house.journal().paidSubmits(image) == 1);
        house.plugs().end("worker-1");
        house.plugs().start("worker-1");
        RealHouse.until("a person is asked", MINUTE, () -> jobs.attention(image).equals("outcome_unknown"));
        assertThat(house.journal().paidSubmits(image)).isEqualTo(1);
    }

    private int recorded() {
        String ids = all.stream().map(job -> "'" + job.id() + "'").collect(Collectors.joining(","));
        return (int) house.rows().number(
                "select count(*) from submissions where state in ('sent', 'made') and job_id in (" + ids + ")");
    }

    private int inState(String state) {
        return (int) house.rows().number("select count(*) from submissions where state = '" + state + "'");
    }

    private int inFlight() {
        return (int) house.rows()
                .number("select count(*) from submissions where state = 'sending' and alive_at > now() - interval '2 s'");
    }
}
