package dev.atelier.db.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signatures made by the reference library, standardwebhooks 1.1.0. */
class WebhookSignatureTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            msg_2KWPBgLlAfxdpx2AI54pPJ85f4W~1767323045~{"type":"job.succeeded","timestamp":"2026-01-02T03:04:05Z","data":{"id":"job_1"}}~v1,aL+HwuRPpVOVbsiMTvQWOB/0H/h2uhNKjGP9B4kv19M=
            msg_p5jXN8AQM9LWM0D4loKWxJek~1614265330~{"test": 2432232314}~v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=
            msg_u~1767323045~{"type":"job.failed","timestamp":"2026-01-02T03:04:05Z","data":{"prompt":"红色风筝"}}~v1,sitL4CcK+k6zHWMOEf+pmXNDmFnrL5yNop7vOoEztRI=
            """)
    void we_sign_as_the_reference_library_does(String id, long timestamp, String body, String signature) {
        assertThat(WebhookSignature.sign(SECRET, id, timestamp, body)).isEqualTo(signature);
    }
}
