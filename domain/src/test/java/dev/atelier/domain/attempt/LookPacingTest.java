package dev.atelier.domain.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookPacingTest {

    @ParameterizedTest
    @CsvSource({"PT-5S,PT1S", "PT0S,PT1S", "PT10S,PT1S", "PT10.001S,PT1.0001S", "PT60S,PT6S", "PT150S,PT15S",
            "PT10H,PT15S"})
    void young_tasks_are_looked_at_soon_and_old_ones_more_rarely(Duration age, Duration next) {
        assertThat(LookPacing.next(age, null)).isEqualTo(next);
    }

    @ParameterizedTest
    @CsvSource({"PT0.2S,PT0.2S", "PT40S,PT40S", "PT1H,PT1H", "PT1H0.001S,PT1H", "P30D,PT1H"})
    void the_providers_own_word_wins_up_to_an_hour(Duration told, Duration next) {
        assertThat(LookPacing.next(Duration.ofSeconds(60), told)).isEqualTo(next);
    }

    @ParameterizedTest
    @CsvSource({"PT0S", "PT-7S"})
    void a_provider_that_says_at_once_does_not_make_us_spin(Duration told) {
        assertThat(LookPacing.next(Duration.ofSeconds(60), told)).isEqualTo(Duration.ofSeconds(6));
    }
}
