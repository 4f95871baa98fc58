package dev.atelier.providers.rodin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.atelier.domain.failure.ErrorKind;
import dev.atelier.domain.failure.Failure;
import dev.atelier.providers.http.Reply;
import dev.atelier.providers.record.Redaction;
import okhttp3.Headers;

class RodinErrorsTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            403, NO_ACTIVE_SUBSCRIPTION,        NOT_ENTITLED
            403, SUBSCRIPTION_PLAN_TOO_LOW,     NOT_ENTITLED
            403, PERMISSION_DENIED,             NOT_ENTITLED
            403, INSUFFICIENT_FUND,             QUOTA
            200, INSUFFICIENT_FUND,             QUOTA
            401, UNAUTHORIZED,                  AUTH
            401, USER_NOT_FOUND,                AUTH
            404, GROUP_NOT_FOUND,               AUTH
            400, INVALID_REQUEST,               BAD_REQUEST
            400, IMAGE_CONTENT_VIOLATION,       CONTENT_INPUT
            429, PARALLELISM_LIMIT_REACHED,     CONCURRENCY
            429, API_PARALLELISM_LIMIT_REACHED, CONCURRENCY
            401, strange,                       AUTH
            402, strange,                       QUOTA
            413, strange,                       PAYLOAD_TOO_LARGE
            429, strange,                       RATE_LIMIT
            400, strange,
            400, UNKNOWN,
            """)
    void each_word_has_ours_and_nothing_is_concluded_from_one_in_no_list(int status, String word, ErrorKind kind) {
        assertThat(RodinErrors.kind(status, word)).isEqualTo(kind);
    }

    @Test
    void what_went_well_or_broke_is_no_refusal() {
        assertThat(refusal(201, "{\"error\":\"OK\",\"uuid\":\"u\",\"jobs\":{\"subscription_key\":\"k\"}}")).isEmpty();
        assertThat(refusal(500, "{\"error\":\"INVALID_REQUEST\"}")).isEmpty();
        assertThat(refusal(400, "<html></html>")).isEmpty();
        assertThat(refusal(400, "{\"error\":\"INVALID_REQUEST\",\"message\":\"tier\"}")).map(Failure::message)
                .contains("tier");
    }

    private static Optional<Failure> refusal(int status, String body) {
        return RodinErrors.refusal(new Reply.Heard(status, Headers.of(Map.of()), body.getBytes()),
                new Redaction("key", null), Instant.now());
    }
}
