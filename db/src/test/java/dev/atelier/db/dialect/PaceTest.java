package dev.atelier.db.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class PaceTest {

    private static final Duration QUICK = Duration.ofMillis(2);

    private final Pace pace = new Pace(100);

    @Test
    void it_grows_slowly_while_it_is_quick_and_not_beyond_the_most() {
        pace.took(pace.rows(), QUICK);
        assertThat(pace.rows()).isEqualTo(12);
        for (int batch = 0; batch < 50; batch++) {
            pace.took(pace.rows(), QUICK);
        }
        assertThat(pace.rows()).isEqualTo(100);
    }

    @Test
    void it_is_halved_by_a_slow_one_and_never_stops() {
        for (int batch = 0; batch < 10; batch++) {
            pace.took(pace.rows(), Pace.WANTED.plusMillis(1));
        }
        assertThat(pace.rows()).isEqualTo(1);
        pace.took(1, QUICK);
        assertThat(pace.rows()).isEqualTo(2);
    }

    @Test
    void what_is_quick_because_it_is_small_proves_nothing() {
        pace.took(3, QUICK);
        assertThat(pace.rows()).isEqualTo(10);
    }

    @Test
    void everything_found_is_gone_through_once_in_its_order() {
        List<Integer> found = IntStream.range(0, 57).boxed().toList();
        List<Integer> seen = new ArrayList<>();
        int went = pace.through(found, part -> {
            seen.addAll(part);
            return part.size();
        });
        assertThat(went).isEqualTo(57);
        assertThat(seen).isEqualTo(found);
    }
}
