package dev.atelier.providers.tencent;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against what the vendor's own signer (tencentcloud-sdk-python-ai3d 3.1.192) makes of the same requests. */
class SignatureTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            https://ai3d.tencentcloudapi.com     | SubmitHunyuanTo3DProJob | {"Prompt": "a wooden chair", "EnablePBR": true} | 08651781a12e4a0cc119f755ab6ece8998d4f24b2caa56b380bbc532f4005656
            https://ai3d.tencentcloudapi.com:443 | QueryHunyuanTo3DProJob  | {"JobId": "1300000000000000001"}               | 67c47cfbcca211fe45f697a15c6939ed88e5782f99c31ecfdde13ba832ed9c37
            http://127.0.0.1:18900               | SubmitHunyuanTo3DProJob | {"Prompt": "\\u6728\\u6905"}                   | ad442a112b5389f18c9e842db50458625d1f7623086661688f38dadaa27c6d2a
            """)
    void a_request_is_signed_as_the_vendor_signs_it(String url, String action, String body, String signature) {
        assertThat(new Signature("AKIDEXAMPLE", "SKEXAMPLE").headers(URI.create(url), action,
                body.getBytes(StandardCharsets.UTF_8), Instant.ofEpochSecond(1_767_323_045)).get("Authorization"))
                .isEqualTo("TC3-HMAC-SHA256 Credential=AKIDEXAMPLE/2026-01-02/ai3d/tc3_request, "
                        + "SignedHeaders=content-type;host, Signature=" + signature);
    }
}
