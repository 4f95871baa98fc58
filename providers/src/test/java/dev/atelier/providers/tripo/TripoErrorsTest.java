package dev.atelier.providers.tripo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.atelier.domain.failure.ErrorKind;

class TripoErrorsTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            1002, AUTH
            1003, BAD_REQUEST
            1004, BAD_REQUEST
            1005, NOT_ENTITLED
            1007, RATE_LIMIT
            2000, CONCURRENCY
            2002, BAD_REQUEST
            2003, BAD_REQUEST
            2004, BAD_REQUEST
            2005, BAD_REQUEST
            2006, BAD_REQUEST
            2007, BAD_REQUEST
            2008, CONTENT_INPUT
            2009, BAD_REQUEST
            2010, QUOTA
            2011, BAD_REQUEST
            2012, BAD_REQUEST
            2013, NOT_ENTITLED
            2014, CONTENT_INPUT
            2015, BAD_REQUEST
            2016, BAD_REQUEST
            2017, BAD_REQUEST
            2018, BAD_REQUEST
            2019, BAD_REQUEST
            """)
    void each_code_of_the_vendors_list_has_our_word(int code, ErrorKind kind) {
        assertThat(TripoErrors.kind(code)).isEqualTo(kind);
    }

    @Test
    void nothing_is_concluded_from_a_broken_server_an_unknown_task_or_a_code_in_no_list() {
        assertThat(IntStream.of(1000, 1001, 2001, 1006, 2020, 9999, -1).mapToObj(TripoErrors::kind))
                .containsOnlyNulls();
    }
}
