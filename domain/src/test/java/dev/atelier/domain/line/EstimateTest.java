package dev.atelier.domain.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;

class EstimateTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void slots_come_free_at_an_even_pace() {
        assertThat(Estimate.start(0, 1, 50, MINUTE)).isEqualTo(MINUTE);
        assertThat(Estimate.start(9, 2, 50, MINUTE)).isEqualTo(MINUTE.multipliedBy(5));
        assertThat(Estimate.start(0, 20, 50, MINUTE)).isEqualTo(Duration.ofSeconds(3));
        assertThat(Estimate.start(0, 7, 50, MINUTE)).as("rounded up").isEqualTo(Duration.ofSeconds(9));
    }

    @Test
    void nobody_can_say_without_slots_or_without_having_seen_some_runs() {
        assertThat(Estimate.start(3, 0, 50, MINUTE)).isNull();
        assertThat(Estimate.start(3, 2, Estimate.FEWEST_RUNS - 1, MINUTE)).isNull();
        assertThat(Estimate.start(3, 2, Estimate.FEWEST_RUNS, MINUTE)).isNotNull();
    }
}
