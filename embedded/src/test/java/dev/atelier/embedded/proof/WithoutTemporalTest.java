package dev.atelier.embedded.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.embedded.Testbed;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A machine where no Temporal command line can be had still makes three things. */
@Tag("real-temporal")
@Order(0)
class WithoutTemporalTest {
    @Test
    void the_test_server_of_the_sdk_runs_the_demos_jobs() {
        assertThat(Testbed.demoWithoutTemporal()).isZero();
    }
}
