package dev.atelier.worker.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class SubmitRatesTest {

    private static Optional<Double> rate(String known, double most) {
        return new SubmitRates(provider -> Optional.ofNullable(known).map(BigDecimal::new), most).of("meshy");
    }

    @Test
    void the_catalogue_says_how_many_and_the_house_may_say_fewer() {
        assertThat(rate("20.000", 0)).contains(20.0);
        assertThat(rate("20.000", 5)).contains(5.0);
        assertThat(rate("0.5", 5)).contains(0.5);
    }

    @Test
    void of_a_provider_of_which_nothing_is_known_the_house_decides_alone() {
        assertThat(rate(null, 7)).contains(7.0);
        assertThat(rate(null, 0)).isEmpty();
    }
}
