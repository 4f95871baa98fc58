package dev.atelier.embedded.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.embedded.testbed.Jobs;
import dev.atelier.embedded.testbed.RealHouse;
import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What was paid for is not lost because somebody came late to a signed address. */
@RealTemporal
@Order(4)
class ExpiredResultTest {
    private final RealHouse house;

    ExpiredResultTest(RealHouse house) {
        this.house = house;
    }

    @Test
    void a_result_whose_address_has_expired_is_looked_at_again_and_fetched_with_one_submit() {
        Jobs.Posted video = house.jobs().post("video", "result=expired_url,ok");
        assertThat(house.jobs().end(video, Duration.ofSeconds(30))).isEqualTo("succeeded");
        assertThat(house.journal().downloads(video)).containsExactly("rejected", "accepted");
        assertThat(house.journal().paidSubmits(video)).isEqualTo(1);
    }
}
