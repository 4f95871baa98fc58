package dev.atelier.faults.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.embedded.Testbed;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code faults/run} does, smaller. A seed that failed can be run again by it. */
@Tag("real-temporal")
@Tag("faults")
class RandomTroublesTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void every_promise_is_kept_under_random_troubles(long seed) {
        assertThat(Run.run(Testbed.checkout(), new Words(100, seed, 2))).isZero();
    }
}
