package dev.atelier.providers.volcengine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against what the vendor's own signer (volcengine 1.0.229 for Python) makes of the same requests. */
class SignatureTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            https://visual.volcengineapi.com     | Submit | {"req_key":"jimeng_t2i_v40","prompt":"a red kite"} |          | 1e59d5776fabc1f6c55fc2d8ebe18faf40298ffe45533fb8007e69750e8da86d
            https://visual.volcengineapi.com:443 | Submit | {"req_key":"jimeng_t2i_v40","prompt":"a red kite"} |          | 1e59d5776fabc1f6c55fc2d8ebe18faf40298ffe45533fb8007e69750e8da86d
            http://127.0.0.1:18900               | Submit | {"req_key":"jimeng_t2i_v40","prompt":"红色风筝"}   |          | 9749c864868807ed8c7fa966779821981f797b0ba13b6e0eaa3869edd2e92970
            https://visual.volcengineapi.com     | Submit | {"req_key":"jimeng_t2i_v40","prompt":"a red kite"} | STSTOKEN | c700ba2402496aec9feac2d332c64cd70050dd6a2c21fe758af47bc28df7c830
            https://visual.volcengineapi.com     | Result | {"req_key":"jimeng_t2i_v40","task_id":"7400000000000000001","req_json":"{\\"return_url\\":true}"} | | 900471099c3727b317aaa90085220b4d648c6a757846a88a10acdaa0d54ba6d1
            """)
    void a_request_is_signed_as_the_vendor_signs_it(String url, String action, String body, String token,
            String signature) {
        String query = "Action=CVSync2Async" + (action.equals("Submit") ? "SubmitTask" : "GetResult")
                + "&Version=2022-08-31";
        assertThat(new Signature("AKEXAMPLE", "SKEXAMPLE", token).headers(URI.create(url), query,
                body.getBytes(StandardCharsets.UTF_8), Instant.parse("2026-01-02T03:04:05Z")).get("Authorization"))
                .startsWith("HMAC-SHA256 Credential=AKEXAMPLE/20260102/cn-north-1/cv/request, SignedHeaders="
                        + "content-type;host;x-content-sha256;x-date")
                .endsWith("Signature=" + signature);
    }
}
