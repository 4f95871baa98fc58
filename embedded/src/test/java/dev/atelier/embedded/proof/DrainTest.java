package dev.atelier.embedded.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** SIGTERM, as every deployment sends it: what was begun is finished, nothing is begun, nobody is troubled. */
@RealTemporal
@Order(21)
class DrainTest {
    private static final Duration MINUTE = Duration.ofSeconds(60);

    private final RealHouse house;
    private final Jobs jobs;

    DrainTest(RealHouse house) {
        this.house = house;
        this.jobs = house.jobs();
    }

    @Test
    void sigterm_during_a_submit_finishes_it() {
        Jobs.Posted image = jobs.post("image", "seconds=6");
        RealHouse.until("it is being sent", MINUTE, () -> house.journal().paidSubmits(image) == 1);
        house.plugs().ask("worker-1");
        house.plugs().end("worker-2");
        house.plugs().end("worker-1");
        assertThat(house.rows().one("select state from submissions where job_id = '" + image.id() + "'"))
                .as("finished and recorded before the workers were gone").containsEntry("state", "made");
        house.plugs().start("worker-1");
        assertThat(jobs.end(image, MINUTE)).isEqualTo("succeeded");
        assertThat(house.journal().paidSubmits(image)).isEqualTo(1);
    }

    @Test
    void sigterm_with_twenty_submits_queued_starts_none_afterwards_and_parks_none() {
        house.plugs().end("worker-2");
        house.plugs().end("worker-1");
        house.plugs().start("worker-1", Map.of("ATELIER_WORKER_SUBMITS_AT_ONCE", "1"));
        List<Jobs.Posted> all = new ArrayList<>(jobs.several(11, "image", "seconds=3"));
        all.addAll(jobs.several(11, "video", "ack=3", "seconds=1"));
        RealHouse.until("twenty are queued behind one that is being sent", MINUTE,
                () -> house.rows().number("select count(*) from submissions where state = 'granted'") >= 20
                        && house.rows().number("select count(*) from submissions where state = 'sending'") == 1);
        Instant asked = Instant.now();
        house.plugs().end("worker-1");
        assertThat(house.journal().submitsSince(asked.plusMillis(300))).isZero();

        house.plugs().start("worker-1");
        assertThat(all).allSatisfy(job -> {
            assertThat(jobs.attention(job)).isEmpty();
            assertThat(jobs.end(job, MINUTE)).isEqualTo("succeeded");
        });
        assertThat(house.journal().paidSubmits(all)).isEqualTo(Collections.nCopies(22, 1));
    }
}
