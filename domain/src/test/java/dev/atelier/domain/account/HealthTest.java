package dev.atelier.domain.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;

import org.junit.jupiter.api.Test;

import dev.atelier.domain.failure.ErrorKind;

class HealthTest {

    private static final Instant NOW = Instant.parse("2026-11-20T04:00:00Z");

    @Test
    void one_error_of_any_kind_wears_no_account_out() {
        for (ErrorKind kind : ErrorKind.values()) {
            assertThat(Health.FULL.after(kind, NOW).worn(NOW)).as(kind.word()).isFalse();
        }
    }

    @Test
    void suspicion_weighs_most_and_twice_is_too_much() {
        Health once = Health.FULL.after(ErrorKind.RISK, NOW);
        assertThat(once.score(NOW)).isEqualTo(60);
        assertThat(once.after(ErrorKind.RISK, NOW).worn(NOW)).isTrue();
        assertThat(Health.FULL.after(ErrorKind.RATE_LIMIT, NOW).score(NOW)).isEqualTo(98);
    }

    @Test
    void strain_halves_every_six_hours() {
        Health once = Health.FULL.after(ErrorKind.RISK, NOW);
        assertThat(once.score(NOW.plus(Health.HALF_LIFE))).isEqualTo(80);
        assertThat(once.score(NOW.plus(Health.HALF_LIFE.multipliedBy(2)))).isEqualTo(90);
        assertThat(once.after(ErrorKind.RISK, NOW.plus(Health.HALF_LIFE)).score(NOW.plus(Health.HALF_LIFE)))
                .isEqualTo(40);
    }

    @Test
    void what_the_order_or_the_provider_did_wrong_weighs_nothing() {
        for (ErrorKind kind : EnumSet.of(ErrorKind.CONTENT_INPUT, ErrorKind.PROVIDER_BUSY, ErrorKind.TIMEOUT,
                ErrorKind.QUOTA, ErrorKind.NOT_ENTITLED)) {
            assertThat(Health.FULL.after(kind, NOW)).isEqualTo(Health.FULL);
        }
    }

    @Test
    void however_much_befalls_it_the_score_stays_within_its_bounds() {
        Health health = Health.FULL;
        for (int each = 0; each < 1_000; each++) {
            health = health.after(ErrorKind.RISK, NOW);
        }
        assertThat(health.score(NOW)).isZero();
        assertThat(health.strain()).isEqualTo(1_000_000);
    }
}
