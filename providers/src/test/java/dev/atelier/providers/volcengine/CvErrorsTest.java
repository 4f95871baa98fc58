package dev.atelier.providers.volcengine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.atelier.domain.failure.ErrorKind;

class CvErrorsTest {

    @ParameterizedTest
    @CsvSource({"50411,CONTENT_INPUT", "50412,CONTENT_INPUT", "50413,CONTENT_INPUT", "50518,CONTENT_INPUT",
            "50511,CONTENT_OUTPUT", "50512,CONTENT_OUTPUT", "50516,CONTENT_OUTPUT", "50517,CONTENT_OUTPUT",
            "50519,CONTENT_OUTPUT", "50520,GENERATION_FAILED", "50521,GENERATION_FAILED", "50522,GENERATION_FAILED",
            "50429,RATE_LIMIT", "50430,CONCURRENCY", "50400,NOT_ENTITLED"})
    void each_documented_code_has_our_word(long code, ErrorKind kind) {
        assertThat(CvErrors.kind(code)).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(longs = {50500, 50501, 59999, -1})
    void of_the_others_nothing_is_concluded(long code) {
        assertThat(CvErrors.kind(code)).isNull();
    }
}
