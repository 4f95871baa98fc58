package dev.atelier.embedded.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.embedded.testbed.Conversions;
import dev.atelier.embedded.testbed.Jobs;
import dev.atelier.embedded.testbed.RealHouse;
import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A conversion whose worker dies each time it is begun, as if it were the file that kills it. */
@RealTemporal
@Tag("faults")
@Order(40)
class PoisonTest {
    private static final Duration TAKEN_OVER = Duration.ofSeconds(120);
    private static final int MOST_TRIES = 5;

    private final RealHouse house;

    PoisonTest(RealHouse house) {
        this.house = house;
    }

    @Test
    void a_job_that_kills_its_worker_each_time_is_given_up_and_others_are_served() {
        Conversions conversions = new Conversions(house);
        String model = conversions.model();
        Jobs.Posted poison = conversions.convert(model,
                "[{\"operation\":\"render_turntable\",\"size\":512,\"frames\":120}, {\"operation\":\"analyze\"}]");
        for (int death = 1; death <= MOST_TRIES; death++) {
            house.plugs().startAll();
            RealHouse.until("it is begun for the " + death + ". time", TAKEN_OVER,
                    () -> holder(conversions) != null);
            house.plugs().kill(holder(conversions));
        }
        house.plugs().startAll();
        Jobs.Posted other = house.jobs().post("image");
        assertThat(house.jobs().end(other, TAKEN_OVER)).isEqualTo("succeeded");
        assertThat(house.jobs().end(poison, TAKEN_OVER)).isEqualTo("failed");
        JsonNode ended = house.jobs().read(poison);
        assertThat(ended.at("/output/0/error/code").asString()).as("%s", ended).isEqualTo("GIVEN_UP");
        assertThat(Conversions.words(ended, "status")).containsExactly("failed", "succeeded");
        RealHouse.until("nothing is left lying", TAKEN_OVER, () -> BrokenConversionTest.tasks(house).isEmpty());
    }

    /** The worker that has a child at work, or null. */
    private static String holder(Conversions conversions) {
        for (String worker : new String[]{"worker-1", "worker-2"}) {
            if (!conversions.children(worker).isEmpty()) {
                return worker;
            }
        }
        return null;
    }
}
