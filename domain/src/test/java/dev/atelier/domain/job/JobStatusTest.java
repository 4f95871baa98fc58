package dev.atelier.domain.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class JobStatusTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            PENDING,   QUEUED RUNNING SUCCEEDED FAILED CANCELED
            QUEUED,    RUNNING SUCCEEDED FAILED CANCELED
            RUNNING,   QUEUED SUCCEEDED FAILED CANCELED
            SUCCEEDED, ''
            FAILED,    ''
            CANCELED,  ''
            """)
    void an_open_job_may_go_anywhere_but_back_to_the_start_and_a_closed_one_nowhere(JobStatus from, String allowed) {
        assertThat(Arrays.stream(JobStatus.values()).filter(from::mayBecome).map(Enum::name)
                .collect(Collectors.joining(" "))).isEqualTo(allowed);
    }

    @ParameterizedTest
    @EnumSource(JobStatus.class)
    void terminal_is_what_leads_nowhere(JobStatus status) {
        assertThat(status.terminal()).isEqualTo(Arrays.stream(JobStatus.values()).noneMatch(status::mayBecome));
    }
}
