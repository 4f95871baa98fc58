package dev.atelier.providers.replicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.atelier.domain.provider.Callback;
import dev.atelier.domain.provider.CallbackCheck;
import dev.atelier.providers.http.Wire;
import dev.atelier.providers.testing.ToldServer;

/** Callbacks that the reference library of Standard Webhooks signed. */
class ReplicateCallbackTest {

    private static final String SECRET = "{\"key\":\"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\"}";
    private static final String BODY = "{\"type\":\"job.failed\",\"timestamp\":\"2026-01-02T03:04:05Z\","
            + "\"data\":{\"prompt\":\"红色风筝\"}}";
    private static final String SIGNATURE = "v1,sitL4CcK+k6zHWMOEf+pmXNDmFnrL5yNop7vOoEztRI=";
    private static final long SIGNED_AT = 1767323045;

    private final ToldServer server = new ToldServer();

    @AfterEach
    void close() {
        server.close();
    }

    private CallbackCheck check(String signature, String body, long seconds) {
        Clock clock = Clock.fixed(Instant.ofEpochSecond(seconds), ZoneOffset.UTC);
        return new Replicate(new Wire(clock), clock).check(new Callback(Map.of("webhook-id", "msg_u",
                "webhook-timestamp", Long.toString(SIGNED_AT), "webhook-signature", signature),
                body.getBytes(StandardCharsets.UTF_8)), server.account());
    }

    @ParameterizedTest
    @ValueSource(strings = {SIGNATURE, "v1a,garbage v1,AAAA " + SIGNATURE, SIGNATURE + " v1,AAAA"})
    void what_replicate_signed_is_genuine_by_the_secret_that_its_account_may_read(String signatures) {
        server.answers(200, SECRET);
        assertThat(check(signatures, BODY, SIGNED_AT - 290)).isEqualTo(CallbackCheck.GENUINE);
        var request = server.request();
        assertThat(request.getTarget()).isEqualTo("/api/webhooks/default/secret");
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer " + ToldServer.KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v1,", "v1,AAAA", "v2,sitL4CcK+k6zHWMOEf+pmXNDmFnrL5yNop7vOoEztRI=", "%%%"})
    void any_other_signature_is_forged(String signatures) {
        server.answers(200, SECRET);
        assertThat(check(signatures, BODY, SIGNED_AT)).isEqualTo(CallbackCheck.FORGED);
    }

    @Test
    void another_body_or_an_old_one_is_forged() {
        server.answers(200, SECRET);
        assertThat(check(SIGNATURE, BODY.replace("failed", "faileD"), SIGNED_AT)).isEqualTo(CallbackCheck.FORGED);
        assertThat(check(SIGNATURE, BODY, SIGNED_AT + 301)).isEqualTo(CallbackCheck.FORGED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"key\":\"\"}", "{\"key\":\"whsec_%%%\"}", "not json"})
    void without_a_secret_nothing_is_known(String answer) {
        server.answers(200, answer);
        assertThat(check(SIGNATURE, BODY, SIGNED_AT)).isEqualTo(CallbackCheck.UNKNOWN);
    }
}
