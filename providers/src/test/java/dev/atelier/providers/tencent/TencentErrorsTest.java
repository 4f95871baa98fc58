package dev.atelier.providers.tencent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.atelier.domain.failure.ErrorKind;

class TencentErrorsTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            AuthFailure.SignatureFailure,              AUTH
            AuthFailure.SecretIdNotFound,              AUTH
            FailedOperation.UserUnAuthError,           AUTH
            UnauthorizedOperation,                     NOT_ENTITLED
            FailedOperation.ServiceNotActivated,       NOT_ENTITLED
            RequestLimitExceeded,                      RATE_LIMIT
            RequestLimitExceeded.UinLimitExceeded,     RATE_LIMIT
            RequestLimitExceeded.JobNumExceed,         CONCURRENCY
            LimitExceeded,                             CONCURRENCY
            FailedOperation.EngineServerLimitExceeded, CONCURRENCY
            FailedOperation.ResourcePackExhausted,     QUOTA
            FailedOperation.FreeResourcePackExhausted, QUOTA
            FailedOperation.ServiceStopArrears,        QUOTA
            ResourceInsufficient.ChargeResourceExhaust, QUOTA
            ResourceUnavailable.InArrears,             QUOTA
            ResourceUnavailable.LowBalance,            QUOTA
            ResourceUnavailable.StopUsing,             QUOTA
            InvalidParameter,                          BAD_REQUEST
            InvalidParameterValue.ImageSize,           BAD_REQUEST
            MissingParameter,                          BAD_REQUEST
            UnknownParameter,                          BAD_REQUEST
            FailedOperation.DownloadError,             BAD_REQUEST
            FailedOperation.ImageDecodeFailed,         BAD_REQUEST
            OperationDenied.TextIllegalDetected,       CONTENT_INPUT
            OperationDenied.ImageIllegalDetected,      CONTENT_INPUT
            FailedOperation.GenerateImageFailed,       CONTENT_OUTPUT
            """)
    void each_code_has_our_word(String code, ErrorKind kind) {
        assertThat(TencentErrors.kind(code)).isEqualTo(kind);
    }

    @Test
    void nothing_is_concluded_from_a_broken_server_or_a_code_in_no_list() {
        assertThat(Stream.of("InternalError", "FailedOperation.EngineServerError",
                "FailedOperation.EngineRequestTimeout", "FailedOperation", "Something.New", "")
                .map(TencentErrors::kind)).containsOnlyNulls();
    }
}
