package dev.atelier.db.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class IdsTest {

    @Test
    void ids_come_in_the_order_of_their_making_also_within_a_millisecond() {
        assertThat(Stream.generate(Ids::next).limit(20_000)).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void the_first_of_a_time_is_not_after_any_id_made_then() {
        Instant then = Instant.now();
        assertThat(Ids.first(then)).isLessThan(Ids.next());
    }
}
