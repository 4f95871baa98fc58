package dev.atelier.domain.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

class PairingTest {

    private static final Instant DAY = Instant.parse("2026-03-10T00:00:00Z");

    @Test
    void higher_priority_goes_first_then_the_fair_turn_then_age() {
        List<Waiting> heads = List.of(new Waiting("s3", "a", "m", 0, 5), new Waiting("s2", "b", "m", 0, 5),
                new Waiting("s4", "c", "m", 0, 4), new Waiting("s9", "d", "m", 7, 900));
        assertThat(Pairing.pair(heads, List.of(seat("x").slots(4).seat()), 10)).extracting(Grant::submissionId)
                .containsExactly("s9", "s4", "s2", "s3");
    }

    @Test
    void the_organisations_own_account_is_taken_before_a_better_shared_one() {
        List<Seat> seats = List.of(seat("shared").priority(100).seat(), seat("own").owner("a").used(50).seat());
        assertThat(account("a", seats)).isEqualTo("own");
    }

    @Test
    void among_equals_priority_decides_then_the_least_used_then_the_newest() {
        assertThat(account("a", List.of(seat("low").seat(), seat("high").priority(1).used(9).seat())))
                .isEqualTo("high");
        assertThat(account("a", List.of(seat("busy").used(2).newer(9).seat(), seat("idle").used(1).seat())))
                .isEqualTo("idle");
        assertThat(account("a", List.of(seat("old").seat(), seat("new").newer(1).seat()))).isEqualTo("new");
        assertThat(account("a", List.of(seat("y").seat(), seat("x").seat()))).isEqualTo("x");
    }

    @Test
    void anothers_own_account_serves_nobody_else() {
        assertThat(Pairing.pair(List.of(waiting("s1", "b", "m")), List.of(seat("x").owner("a").seat()), 10)).isEmpty();
    }

    @Test
    void an_account_serves_the_models_it_names_and_never_one_it_was_refused() {
        Waiting waiting = waiting("s1", "a", "m");
        assertThat(seat("x").models(Set.of("m")).seat().serves(waiting)).isTrue();
        assertThat(seat("x").models(Set.of("other")).seat().serves(waiting)).isFalse();
        assertThat(seat("x").models(Set.of()).seat().serves(waiting)).isFalse();
        assertThat(seat("x").not(Set.of("m")).seat().serves(waiting)).isFalse();
        assertThat(seat("x").models(Set.of("m")).not(Set.of("m")).seat().serves(waiting)).isFalse();
    }

    @Test
    void who_finds_no_account_does_not_hold_up_who_does() {
        List<Waiting> heads = List.of(new Waiting("s1", "a", "rare", 9, 0), waiting("s2", "a", "m"));
        assertThat(Pairing.pair(heads, List.of(seat("x").models(Set.of("m")).seat()), 10))
                .containsExactly(new Grant("s2", "x", 0));
    }

    @Test
    void the_lowest_free_slots_are_given_and_no_more_than_there_are() {
        List<Waiting> heads = List.of(waiting("s1", "a", "m"), waiting("s2", "a", "m"), waiting("s3", "a", "m"));
        assertThat(Pairing.pair(heads, List.of(seat("x").slots(4).mask(0b0101).seat()), 10))
                .containsExactly(new Grant("s1", "x", 1), new Grant("s2", "x", 3));
    }

    @Test
    void the_last_of_thirty_one_slots_can_be_taken_and_then_none() {
        List<Waiting> heads = List.of(waiting("s1", "a", "m"), waiting("s2", "a", "m"));
        Seat nearlyFull = seat("x").slots(Seat.MOST_SLOTS).mask((1 << 30) - 1).seat();
        assertThat(Pairing.pair(heads, List.of(nearlyFull), 10)).containsExactly(new Grant("s1", "x", 30));
    }

    @Test
    void an_account_whose_limit_was_lowered_below_what_it_holds_gets_nothing() {
        Seat full = seat("x").slots(1).mask(0b11).seat();
        assertThat(Pairing.pair(List.of(waiting("s1", "a", "m")), List.of(full), 10)).isEmpty();
    }

    @Test
    void a_grant_counts_as_use_so_that_work_spreads_over_equal_accounts() {
        List<Waiting> heads = List.of(waiting("s1", "a", "m"), waiting("s2", "a", "m"), waiting("s3", "a", "m"));
        List<Seat> seats = List.of(seat("x").slots(3).seat(), seat("y").slots(3).seat());
        assertThat(Pairing.pair(heads, seats, 10)).extracting(Grant::accountId).containsExactly("x", "y", "x");
    }

    @Test
    void a_pass_grants_no_more_than_it_was_allowed() {
        List<Waiting> heads = List.of(waiting("s1", "a", "m"), waiting("s2", "a", "m"));
        assertThat(Pairing.pair(heads, List.of(seat("x").slots(9).seat()), 1)).hasSize(1);
        assertThat(Pairing.pair(heads, List.of(seat("x").slots(9).seat()), 0)).isEmpty();
    }

    @Test
    void who_heads_two_lines_is_granted_once() {
        Waiting twice = waiting("s1", "a", "m");
        assertThat(Pairing.pair(List.of(twice, twice), List.of(seat("x").slots(2).seat()), 10)).hasSize(1);
    }

    @Test
    void an_account_with_free_slots_gives_no_more_than_its_day_has_left() {
        List<Waiting> three = List.of(waiting("s1", "o1", "m"), waiting("s2", "o1", "m"), waiting("s3", "o1", "m"));
        assertThat(Pairing.pair(three, List.of(seat("a").slots(3).left(2).seat()), 10)).hasSize(2);
    }

    private static String account(String org, List<Seat> seats) {
        return Pairing.pair(List.of(waiting("s1", org, "m")), seats, 10).getFirst().accountId();
    }

    private static Waiting waiting(String id, String org, String model) {
        return new Waiting(id, org, model, 0, 0);
    }

    private static Sketch seat(String account) {
        return new Sketch(account, null, 0, 1, 0, 0, Integer.MAX_VALUE, 0, null, Set.of());
    }

    private record Sketch(String account, String owner, int priority, int slots, int mask, int used, int left,
            int newer,
            Set<String> models, Set<String> not) {

        Sketch owner(String org) {
            return new Sketch(account, org, priority, slots, mask, used, left, newer, models, not);
        }

        Sketch priority(int value) {
            return new Sketch(account, owner, value, slots, mask, used, left, newer, models, not);
        }

        Sketch slots(int value) {
            return new Sketch(account, owner, priority, value, mask, used, left, newer, models, not);
        }

        Sketch mask(int value) {
            return new Sketch(account, owner, priority, slots, value, used, left, newer, models, not);
        }

        Sketch used(int value) {
            return new Sketch(account, owner, priority, slots, mask, value, left, newer, models, not);
        }

        Sketch left(int value) {
            return new Sketch(account, owner, priority, slots, mask, used, value, newer, models, not);
        }

        Sketch newer(int seconds) {
            return new Sketch(account, owner, priority, slots, mask, used, left, seconds, models, not);
        }

        Sketch models(Set<String> only) {
            return new Sketch(account, owner, priority, slots, mask, used, left, newer, only, not);
        }

        Sketch not(Set<String> refused) {
            return new Sketch(account, owner, priority, slots, mask, used, left, newer, models, refused);
        }

        Seat seat() {
            return new Seat(account, owner, priority, slots, mask, used, left, false, DAY.plusSeconds(newer), models,
                    not);
        }
    }
}
