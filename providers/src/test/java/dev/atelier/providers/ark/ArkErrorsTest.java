package dev.atelier.providers.ark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.atelier.domain.failure.ErrorKind;
import dev.atelier.domain.failure.Failure;
import dev.atelier.providers.http.Json;
import dev.atelier.providers.record.Redaction;

class ArkErrorsTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            MissingParameter,                                    BAD_REQUEST
            MissingParameter.model,                              BAD_REQUEST
            InvalidParameter,                                    BAD_REQUEST
            InvalidParameter.size.tooLarge,                      BAD_REQUEST
            InvalidImageURL,                                     BAD_REQUEST
            InputTextSensitiveContentDetected,                   CONTENT_INPUT
            InputTextSensitiveContentDetected.PolicyViolation,   CONTENT_INPUT
            InputImageSensitiveContentDetected,                  CONTENT_INPUT
            InputImageSensitiveContentDetected.PrivacyInformation, CONTENT_INPUT
            InputVideoSensitiveContentDetected,                  CONTENT_INPUT
            InputAudioSensitiveContentDetected,                  CONTENT_INPUT
            SensitiveContentDetected,                            CONTENT_INPUT
            SensitiveContentDetected.SevereViolation,            CONTENT_INPUT
            OutputTextSensitiveContentDetected,                  CONTENT_OUTPUT
            OutputImageSensitiveContentDetected,                 CONTENT_OUTPUT
            OutputVideoSensitiveContentDetected,                 CONTENT_OUTPUT
            OutputVideoSensitiveContentDetected.PolicyViolation, CONTENT_OUTPUT
            OutputAudioSensitiveContentDetected,                 CONTENT_OUTPUT
            AuthenticationError,                                 AUTH
            AccessDenied,                                        RISK
            AccountOverdueError,                                 QUOTA
            ServiceOverdue,                                      QUOTA
            OperationDenied.ServiceOverdue,                      QUOTA
            OperationDenied.ServiceNotOpen,                      NOT_ENTITLED
            OperationDenied.PermissionDenied,                    RISK
            ServiceNotOpen,                                      NOT_ENTITLED
            ModelNotOpen,                                        NOT_ENTITLED
            InvalidEndpointOrModel.NotFound,                     NOT_ENTITLED
            InvalidEndpointOrModel.ModelIDAccessDisabled,        NOT_ENTITLED
            InvalidEndpoint.ClosedEndpoint,                      NOT_ENTITLED
            RateLimitExceeded.EndpointRPMExceeded,               RATE_LIMIT
            RateLimitExceeded.EndpointTPMExceeded,               RATE_LIMIT
            ModelAccountRpmRateLimitExceeded,                    RATE_LIMIT
            ModelAccountTpmRateLimitExceeded,                    RATE_LIMIT
            ModelAccountIpmRateLimitExceeded,                    RATE_LIMIT
            APIAccountRpmRateLimitExceeded,                      RATE_LIMIT
            AccountRateLimitExceeded,                            RATE_LIMIT
            RequestBurstTooFast,                                 RATE_LIMIT
            InflightBatchsizeExceeded,                           CONCURRENCY
            QuotaExceeded,                                       QUOTA
            SetLimitExceeded,                                    QUOTA
            ServerOverloaded,                                    PROVIDER_BUSY
            ModelLoadingError,                                   PROVIDER_BUSY
            """)
    void each_code_of_the_vendors_list_has_our_word(String code, ErrorKind kind) {
        assertThat(ArkErrors.kind(code)).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"InternalServiceError", "ServiceUnavailable", "TaskRunningCannotCancel", "ResourceNotFound",
            "authenticationerror", "Authentication", ".", "NeverHeardOf.RateLimit"})
    void nothing_is_concluded_from_a_code_in_no_list(String code) {
        assertThat(ArkErrors.kind(code)).isNull();
    }

    @Test
    void what_is_kept_of_an_error_is_redacted_and_bounded() {
        String code = "InvalidParameter." + "x".repeat(200);
        String message = "key " + Orders.KEY + " " + "y".repeat(1_990 - Orders.KEY.length())
                + "\uD83D\uDE80".repeat(50);
        Failure failure = ArkErrors.failure(Json.object().put("code", code).put("message", message), null,
                new Redaction(Orders.KEY, Orders.PROMPT));
        assertThat(failure.kind()).isEqualTo(ErrorKind.BAD_REQUEST);
        assertThat(failure.providerCode()).hasSize(128);
        assertThat(failure.message()).doesNotContain(Orders.KEY).hasSizeBetween(1_900, 2_000);
        assertThat(Character.isHighSurrogate(failure.message().charAt(failure.message().length() - 1))).isFalse();
    }
}
