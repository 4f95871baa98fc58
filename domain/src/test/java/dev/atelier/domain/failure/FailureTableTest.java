package dev.atelier.domain.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import dev.atelier.domain.attempt.Billed;

class FailureTableTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            AUTH,              SUSPEND_AUTH,   ANOTHER_ACCOUNT,  NO,    AUTH_EXPIRED
            RISK,              SUSPEND_RISK,   ANOTHER_ACCOUNT,  NO,    ACCOUNT_RISK
            NOT_ENTITLED,      NOT_THIS_MODEL, ANOTHER_ACCOUNT,  NO,    NOT_ENTITLED
            QUOTA,             UNTIL_RESET,    ANOTHER_ACCOUNT,  NO,    QUOTA_EXCEEDED
            RATE_LIMIT,        COOL,           ANOTHER_ACCOUNT,  NO,    RATE_LIMIT
            CONCURRENCY,       COOL,           ANOTHER_ACCOUNT,  NO,    CONCURRENCY
            CONTENT_INPUT,     NONE,           FAIL,             NO,    CONTENT_REJECTED
            CONTENT_OUTPUT,    NONE,           RETRY_AFTER_WAIT, NO,    CONTENT_REJECTED
            BAD_REQUEST,       NONE,           FAIL,             NO,    BAD_REQUEST
            PAYLOAD_TOO_LARGE, NONE,           FAIL,             NO,    PAYLOAD_TOO_LARGE
            PROVIDER_BUSY,     NONE,           RETRY_AFTER_WAIT, NO,    PROVIDER_BUSY
            GENERATION_FAILED, NONE,           RETRY_AFTER_WAIT, NO,    GENERATION_FAILED
            UNREACHABLE,       NONE,           RETRY_AFTER_WAIT, NO,    PROVIDER_UNREACHABLE
            TOO_LATE,          NONE,           ANOTHER_ACCOUNT,  NO,    TIMEOUT
            TIMEOUT,           NONE,           PARK,             MAYBE, TIMEOUT
            PROVIDER_ERROR,    NONE,           PARK,             MAYBE, PROVIDER_ERROR
            TASK_EXPIRED,      NONE,           PARK,             MAYBE, PROVIDER_ERROR
            TASK_CANCELED,     NONE,           PARK,             MAYBE, PROVIDER_ERROR
            RESULT_GONE,       NONE,           PARK,             MAYBE, PROVIDER_ERROR
            RESULT_INVALID,    NONE,           PARK,             MAYBE, PROVIDER_ERROR
            """)
    void at_submit_the_table_reads(ErrorKind kind, AccountEffect account, JobAction job, Billed billed, String code) {
        assertThat(verdict(kind, Phase.SUBMIT)).isEqualTo(new Verdict(account, job, billed, code));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            AUTH,              SUSPEND_AUTH,   PARK,             MAYBE, AUTH_EXPIRED
            RISK,              SUSPEND_RISK,   ANOTHER_ACCOUNT,  NO,    ACCOUNT_RISK
            NOT_ENTITLED,      NOT_THIS_MODEL, ANOTHER_ACCOUNT,  NO,    NOT_ENTITLED
            QUOTA,             UNTIL_RESET,    ANOTHER_ACCOUNT,  NO,    QUOTA_EXCEEDED
            RATE_LIMIT,        COOL,           ANOTHER_ACCOUNT,  NO,    RATE_LIMIT
            CONCURRENCY,       COOL,           ANOTHER_ACCOUNT,  NO,    RATE_LIMIT
            CONTENT_INPUT,     NONE,           FAIL,             NO,    CONTENT_REJECTED
            CONTENT_OUTPUT,    NONE,           RETRY_AFTER_WAIT, NO,    CONTENT_REJECTED
            BAD_REQUEST,       NONE,           FAIL,             NO,    BAD_REQUEST
            PAYLOAD_TOO_LARGE, NONE,           FAIL,             NO,    PAYLOAD_TOO_LARGE
            PROVIDER_BUSY,     NONE,           RETRY_AFTER_WAIT, NO,    PROVIDER_BUSY
            GENERATION_FAILED, NONE,           RETRY_AFTER_WAIT, NO,    GENERATION_FAILED
            TASK_EXPIRED,      NONE,           FAIL,             NO,    TASK_EXPIRED
            TASK_CANCELED,     NONE,           FAIL,             NO,    CANCELED_BY_PROVIDER
            TIMEOUT,           NONE,           PARK,             MAYBE, TIMEOUT
            UNREACHABLE,       NONE,           PARK,             MAYBE, TIMEOUT
            TOO_LATE,          NONE,           PARK,             MAYBE, TIMEOUT
            PROVIDER_ERROR,    NONE,           PARK,             MAYBE, PROVIDER_ERROR
            RESULT_GONE,       NONE,           PARK,             MAYBE, PROVIDER_ERROR
            RESULT_INVALID,    NONE,           PARK,             MAYBE, PROVIDER_ERROR
            """)
    void at_a_look_the_table_reads(ErrorKind kind, AccountEffect account, JobAction job, Billed billed, String code) {
        assertThat(verdict(kind, Phase.LOOK)).isEqualTo(new Verdict(account, job, billed, code));
    }

    @ParameterizedTest
    @EnumSource(ErrorKind.class)
    void what_is_made_is_paid_and_only_fetched_again_whatever_goes_wrong_with_the_fetch(ErrorKind kind) {
        Verdict expected = switch (kind) {
            case RESULT_GONE -> new Verdict(AccountEffect.NONE, JobAction.FAIL, Billed.YES, "RESULT_EXPIRED");
            case RESULT_INVALID -> new Verdict(AccountEffect.NONE, JobAction.FAIL, Billed.YES, "RESULT_INVALID");
            case PAYLOAD_TOO_LARGE -> new Verdict(AccountEffect.NONE, JobAction.FAIL, Billed.YES, "PAYLOAD_TOO_LARGE");
            default -> new Verdict(AccountEffect.NONE, JobAction.FETCH_AGAIN, Billed.YES, "RESULT_UNREACHABLE");
        };
        assertThat(verdict(kind, Phase.FETCH)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("cells")
    void what_may_have_been_billed_is_never_sent_again_by_itself(ErrorKind kind, Phase phase) {
        for (Billed documented : new Billed[]{null, Billed.NO, Billed.MAYBE, Billed.YES}) {
            Verdict verdict = FailureTable.verdict(new Failure(kind, null, "", null, null, documented), phase);
            if (verdict.billed() != Billed.NO) {
                assertThat(verdict.job()).as("%s at %s, documented as billed: %s", kind, phase, documented)
                        .isIn(JobAction.FAIL, JobAction.PARK, JobAction.FETCH_AGAIN);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void what_the_provider_documents_about_the_bill_wins_over_the_table(ErrorKind kind, Phase phase) {
        for (Billed documented : Billed.values()) {
            assertThat(FailureTable.verdict(new Failure(kind, null, "", null, null, documented), phase).billed())
                    .isEqualTo(documented);
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void every_code_fits_into_the_twenty_characters_of_the_first_schema(ErrorKind kind, Phase phase) {
        assertThat(verdict(kind, phase).code()).hasSizeBetween(1, 20).matches("[A-Z_]+");
    }

    @ParameterizedTest
    @EnumSource(ErrorKind.class)
    void nothing_that_is_the_accounts_fault_touches_it_at_a_fetch(ErrorKind kind) {
        assertThat(verdict(kind, Phase.FETCH).account()).isEqualTo(AccountEffect.NONE);
    }

    @Test
    void the_same_order_made_badly_is_tried_at_most_twice_more() {
        assertThat(FailureTable.mostRetries(ErrorKind.CONTENT_OUTPUT, 12)).isEqualTo(2);
        assertThat(FailureTable.mostRetries(ErrorKind.GENERATION_FAILED, 12)).isEqualTo(2);
        assertThat(FailureTable.mostRetries(ErrorKind.GENERATION_FAILED, 1)).isEqualTo(1);
        assertThat(FailureTable.mostRetries(ErrorKind.PROVIDER_BUSY, 12)).isEqualTo(12);
    }

    private static Stream<Arguments> cells() {
        return Arrays.stream(ErrorKind.values())
                .flatMap(kind -> Arrays.stream(Phase.values()).map(phase -> Arguments.of(kind, phase)));
    }

    private static Verdict verdict(ErrorKind kind, Phase phase) {
        return FailureTable.verdict(Failure.of(kind, ""), phase);
    }
}
