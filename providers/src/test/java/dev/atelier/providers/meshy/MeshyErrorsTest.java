package dev.atelier.providers.meshy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.atelier.domain.failure.ErrorKind;

class MeshyErrorsTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            400, Invalid values: ai_model,      BAD_REQUEST
            400, Refused by content moderation, CONTENT_INPUT
            401, Invalid API key,               AUTH
            402, Insufficient funds,            QUOTA
            403, Forbidden,                     NOT_ENTITLED
            409, The preview is not done,       BAD_REQUEST
            413, too large,                     PAYLOAD_TOO_LARGE
            422, pose estimation failed,        BAD_REQUEST
            429, RateLimitExceeded,             RATE_LIMIT
            429, NoMoreConcurrentTasks,         CONCURRENCY
            429, NoMorePendingTasks,            CONCURRENCY
            """)
    void each_status_and_its_words_have_our_word(int status, String message, ErrorKind kind) {
        assertThat(MeshyErrors.kind(status, message)).isEqualTo(kind);
    }

    @Test
    void nothing_is_concluded_from_a_status_in_no_list() {
        assertThat(IntStream.of(404, 405, 418, 500, 503).mapToObj(status -> MeshyErrors.kind(status, "no")))
                .containsOnlyNulls();
    }
}
