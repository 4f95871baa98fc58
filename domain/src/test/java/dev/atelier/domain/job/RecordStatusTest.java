package dev.atelier.domain.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RecordStatusTest {

    /** All pairs: what is not named here may not be. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            PENDING,    PENDING PROCESSING COMPLETED FAILED RETRYING CANCELED
            PROCESSING, PROCESSING COMPLETED FAILED RETRYING CANCELED
            RETRYING,   PROCESSING COMPLETED FAILED RETRYING CANCELED
            COMPLETED,  COMPLETED
            FAILED,     FAILED
            CANCELED,   CANCELED
            """)
    void a_record_goes_only_the_ways_of_its_job(RecordStatus from, String allowed) {
        assertThat(Arrays.stream(RecordStatus.values()).filter(from::mayBecome).map(Enum::name)
                .collect(Collectors.joining(" "))).isEqualTo(allowed);
    }

    @ParameterizedTest
    @EnumSource(JobStatus.class)
    void whatever_a_job_may_become_its_record_may_become_too(JobStatus job) {
        for (JobStatus next : JobStatus.values()) {
            if (job.mayBecome(next)) {
                for (boolean before : new boolean[]{false, true}) {
                    // What is queued after an attempt is between two.
                    for (boolean after : next == JobStatus.QUEUED ? new boolean[]{true} : new boolean[]{false, true}) {
                        assertThat(RecordStatus.of(job, before).mayBecome(RecordStatus.of(next, after)))
                                .as("%s to %s", job, next).isTrue();
                    }
                }
            }
        }
    }

    @Test
    void the_codes_are_the_seeds_and_an_unknown_one_is_nobodys() {
        assertThat(Arrays.stream(RecordStatus.values()).map(RecordStatus::code)).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(RecordStatus.of(4)).contains(RecordStatus.RETRYING);
        assertThat(RecordStatus.of(6)).isEmpty();
        assertThat(RecordStatus.of(-1)).isEmpty();
    }
}
