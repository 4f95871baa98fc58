package dev.atelier.domain.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SubmissionStateTest {

    /** All pairs: what is not named here may not be. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            WAITING,     GRANTED WITHDRAWN SENT AMBIGUOUS
            GRANTED,     SENDING WITHDRAWN SENT AMBIGUOUS
            SENDING,     SENT MADE FAILED NOT_SENT AMBIGUOUS
            SENT,        MADE FAILED
            AMBIGUOUS,   SENT MADE FAILED NOT_SENT WRITTEN_OFF
            MADE,        ''
            FAILED,      ''
            NOT_SENT,    ''
            WITHDRAWN,   ''
            WRITTEN_OFF, ''
            """)
    void an_attempt_goes_only_the_drawn_ways(SubmissionState from, String allowed) {
        String reached = Arrays.stream(SubmissionState.values()).filter(from::mayBecome).map(Enum::name).sorted()
                .collect(Collectors.joining(" "));
        assertThat(reached).isEqualTo(Arrays.stream(allowed.split(" ")).sorted().collect(Collectors.joining(" ")));
    }

    @ParameterizedTest
    @EnumSource(SubmissionState.class)
    void no_attempt_is_ever_sent_a_second_time(SubmissionState state) {
        assertThat(state.mayBecome(SubmissionState.SENDING)).isEqualTo(state == SubmissionState.GRANTED);
        assertThat(state.mayBecome(state)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(SubmissionState.class)
    void an_attempt_has_ended_exactly_when_no_way_leads_on(SubmissionState state) {
        assertThat(state.ended()).isEqualTo(Arrays.stream(SubmissionState.values()).noneMatch(state::mayBecome));
    }

    @Test
    void what_may_be_at_the_provider_cannot_simply_be_withdrawn() {
        Set<SubmissionState> perhaps = Arrays.stream(SubmissionState.values())
                .filter(SubmissionState::perhapsAtProvider).collect(Collectors.toSet());
        assertThat(perhaps).containsExactlyInAnyOrder(SubmissionState.SENDING, SubmissionState.SENT,
                SubmissionState.AMBIGUOUS);
        assertThat(perhaps).noneMatch(state -> state.mayBecome(SubmissionState.WITHDRAWN));
    }
}
