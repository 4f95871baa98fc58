package dev.atelier.providers.callback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.atelier.domain.provider.CallbackCheck;

class PublishedKeysTest {

    private Instant now = Instant.parse("2026-01-02T03:04:05Z");
    private Optional<String> published = Optional.of("old");
    private int asked;
    private final PublishedKeys<String> keys = new PublishedKeys<>(new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    });

    private CallbackCheck signedWith(String key) {
        return keys.fit("provider", () -> {
            asked++;
            return published;
        }, key::equals);
    }

    @Test
    void a_key_is_asked_for_once_a_day() {
        for (int i = 0; i < 100; i++) {
            assertThat(signedWith("old")).isEqualTo(CallbackCheck.GENUINE);
        }
        assertThat(asked).isEqualTo(1);
        now = now.plus(Duration.ofHours(25));
        assertThat(signedWith("old")).isEqualTo(CallbackCheck.GENUINE);
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void a_new_key_is_found_within_a_minute_and_a_hundred_forgeries_ask_no_more_than_that() {
        signedWith("old");
        published = Optional.of("new");
        for (int i = 0; i < 100; i++) {
            assertThat(signedWith("forged")).isEqualTo(CallbackCheck.FORGED);
        }
        assertThat(asked).isEqualTo(1);
        now = now.plus(Duration.ofSeconds(61));
        assertThat(signedWith("new")).isEqualTo(CallbackCheck.GENUINE);
        assertThat(signedWith("old")).as("no longer published").isEqualTo(CallbackCheck.FORGED);
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void without_a_key_nothing_is_known_and_a_key_that_is_known_outlives_an_outage() {
        published = Optional.empty();
        assertThat(signedWith("old")).isEqualTo(CallbackCheck.UNKNOWN);
        assertThat(signedWith("old")).isEqualTo(CallbackCheck.UNKNOWN);
        assertThat(asked).isEqualTo(1);
        now = now.plus(Duration.ofSeconds(61));
        published = Optional.of("old");
        assertThat(signedWith("old")).isEqualTo(CallbackCheck.GENUINE);
        published = Optional.empty();
        now = now.plus(Duration.ofHours(2));
        assertThat(signedWith("old")).isEqualTo(CallbackCheck.GENUINE);
        assertThat(signedWith("forged")).isEqualTo(CallbackCheck.FORGED);
    }
}
