package dev.atelier.providers.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import okhttp3.Headers;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0                             | PT0S
            7                             | PT7S
            86400                         | PT24H
            86401                         | PT24H
            999999999999999999            | PT24H
            Tue, 10 Mar 2026 12:00:30 GMT | PT30S
            Tue, 10 Mar 2026 11:00:00 GMT | PT0S
            Tue, 10 Mar 2099 12:00:00 GMT | PT24H
            """)
    void seconds_or_a_date_at_most_a_day_ahead(String value, Duration wait) {
        assertThat(of(value)).isEqualTo(wait);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "soon", "-1", "1.5", "9999999999999999999", "Mon, 10 Mar 2026 12:00:30 GMT"})
    void what_cannot_be_read_is_no_wait(String value) {
        assertThat(of(value)).isNull();
    }

    @Test
    void no_header_is_no_wait() {
        assertThat(RetryAfter.of(new Reply.Heard(429, Headers.of(), new byte[0]), NOW)).isNull();
    }

    private static Duration of(String value) {
        return RetryAfter.of(new Reply.Heard(429, Headers.of("Retry-After", value), new byte[0]), NOW);
    }
}
