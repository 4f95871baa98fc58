package dev.atelier.domain.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

class SiteSwitchesTest {

    @Test
    void a_switch_is_between_sites_and_not_within_one() {
        assertThat(SiteSwitches.count(List.of())).isZero();
        assertThat(SiteSwitches.count(List.of(0, 0, 0))).isZero();
        assertThat(SiteSwitches.count(List.of(0, 1))).isEqualTo(1);
        assertThat(SiteSwitches.count(List.of(0, 0, 1, 1, 0))).isEqualTo(2);
        assertThat(SiteSwitches.count(Arrays.asList(null, 1, 2))).isEqualTo(1);
    }
}
