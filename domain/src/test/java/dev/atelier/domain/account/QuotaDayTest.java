package dev.atelier.domain.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotaDayTest {

    @ParameterizedTest
    @CsvSource({"2026-03-10T00:10,2026-03-11T00:30", "2026-03-10T00:30,2026-03-11T00:30",
            "2026-03-10T12:00,2026-03-11T00:30", "2026-03-10T23:59:59,2026-03-11T00:30",
            "2026-12-31T00:10,2027-01-01T00:30", "2028-02-28T09:00,2028-02-29T00:30"})
    void a_new_account_is_reset_first_on_the_day_after_its_creation(LocalDateTime created, LocalDateTime reset) {
        for (String zone : new String[]{"Asia/Shanghai", "America/New_York", "Europe/Berlin"}) {
            assertThat(day(zone).firstReset(at(created, zone))).isEqualTo(at(reset, zone));
        }
    }

    @ParameterizedTest
    @CsvSource({"2026-03-10T00:10,2026-03-10T00:30", "2026-03-10T00:29:59.999,2026-03-10T00:30",
            "2026-03-10T00:30,2026-03-11T00:30", "2026-03-10T18:00,2026-03-11T00:30"})
    void the_next_reset_is_the_next_half_past_midnight(LocalDateTime now, LocalDateTime reset) {
        assertThat(day("Asia/Shanghai").nextReset(at(now, "Asia/Shanghai"))).isEqualTo(at(reset, "Asia/Shanghai"));
    }

    @Test
    void days_late_the_next_reset_still_lies_ahead_and_is_one_only() {
        Instant due = Instant.parse("2026-03-01T16:30:00Z");
        Instant now = Instant.parse("2026-03-05T09:00:00Z");
        Instant next = day("Asia/Shanghai").nextReset(now);
        assertThat(next).isAfter(now).isAfter(due).isEqualTo("2026-03-05T16:30:00Z");
    }

    @Test
    void the_day_is_the_zones_and_not_ours() {
        Instant stillYesterdayInUtc = Instant.parse("2026-03-09T16:10:00Z");
        assertThat(day("Asia/Shanghai").firstReset(stillYesterdayInUtc)).isEqualTo("2026-03-10T16:30:00Z");
    }

    @ParameterizedTest
    @CsvSource({
            // Clocks go forward on 8 March in New York and on 29 March in Berlin: that day has 23 hours.
            "America/New_York,2026-03-08T12:00:00Z,2026-03-09T04:30:00Z",
            "America/New_York,2026-03-08T05:29:59Z,2026-03-08T05:30:00Z",
            "Europe/Berlin,2026-03-28T23:30:00Z,2026-03-29T22:30:00Z",
            // Clocks go back on 1 November and 25 October: that day has 25 hours.
            "America/New_York,2026-11-01T04:30:00Z,2026-11-02T05:30:00Z",
            "Europe/Berlin,2026-10-24T22:30:00Z,2026-10-25T23:30:00Z"})
    void half_past_midnight_follows_summer_time(String zone, Instant now, Instant next) {
        assertThat(day(zone).nextReset(now)).isEqualTo(next);
    }

    @Test
    void where_half_past_midnight_does_not_exist_the_reset_comes_as_much_later_as_the_clock_jumps() {
        // Cairo skips 00:00 to 01:00 on 24 April 2026.
        assertThat(day("Africa/Cairo").nextReset(Instant.parse("2026-04-23T12:00:00Z")))
                .isEqualTo("2026-04-23T22:30:00Z");
    }

    @Test
    void where_half_past_midnight_comes_twice_the_reset_comes_once() {
        // Havana lives 00:00 to 01:00 twice on 1 November 2026.
        QuotaDay havana = day("America/Havana");
        Instant first = havana.nextReset(Instant.parse("2026-10-31T12:00:00Z"));
        assertThat(first).isEqualTo("2026-11-01T04:30:00Z");
        assertThat(havana.nextReset(first)).isEqualTo("2026-11-02T05:30:00Z");
        assertThat(havana.nextReset(Instant.parse("2026-11-01T05:10:00Z"))).isEqualTo("2026-11-02T05:30:00Z");
    }

    @Test
    void from_any_moment_the_next_reset_is_ahead_and_at_most_25_hours_away() {
        for (String zone : new String[]{"Asia/Shanghai", "America/New_York", "Europe/Berlin"}) {
            Instant now = Instant.parse("2026-01-01T00:00:00Z");
            for (int quarters = 0; quarters < 366 * 96; quarters++, now = now.plusSeconds(900)) {
                assertThat(day(zone).nextReset(now)).isAfter(now).isBeforeOrEqualTo(now.plusSeconds(25 * 3600));
            }
        }
    }

    private static QuotaDay day(String zone) {
        return new QuotaDay(ZoneId.of(zone));
    }

    private static Instant at(LocalDateTime local, String zone) {
        return local.atZone(ZoneId.of(zone)).toInstant();
    }
}
