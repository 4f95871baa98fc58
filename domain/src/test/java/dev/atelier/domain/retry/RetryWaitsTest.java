package dev.atelier.domain.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryWaitsTest {

    @ParameterizedTest
    @CsvSource({"0,3", "1,5", "2,10", "3,15", "4,30", "5,60", "6,120", "7,300", "8,600", "9,900", "10,1800", "11,3600",
            "12,3600", "2147483647,3600", "-1,3"})
    void the_standard_waits_grow_to_an_hour_and_stay_there(int used, long seconds) {
        assertThat(RetryWaits.STANDARD.after(used)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void the_waits_to_come_are_known_ahead_of_time() {
        assertThat(RetryWaits.STANDARD.toCome(0, 3)).extracting(Duration::toSeconds).containsExactly(3L, 5L, 10L);
        assertThat(RetryWaits.STANDARD.toCome(2, 4)).extracting(Duration::toSeconds).containsExactly(10L, 15L);
        assertThat(RetryWaits.STANDARD.toCome(11, 14)).extracting(Duration::toSeconds).containsExactly(3600L, 3600L,
                3600L);
    }

    @Test
    void nothing_is_to_come_when_all_were_spent_or_the_limit_was_lowered_meanwhile() {
        assertThat(RetryWaits.STANDARD.toCome(3, 3)).isEmpty();
        assertThat(RetryWaits.STANDARD.toCome(5, 3)).isEmpty();
    }

    @Test
    void an_own_table_is_kept_as_it_was_given_and_is_never_empty() {
        assertThat(RetryWaits.ofSeconds(List.of(7)).after(4)).isEqualTo(Duration.ofSeconds(7));
        assertThatThrownBy(() -> RetryWaits.ofSeconds(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
