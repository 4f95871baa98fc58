package dev.atelier.providers.fal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.atelier.domain.provider.Callback;
import dev.atelier.domain.provider.CallbackCheck;
import dev.atelier.domain.provider.Credential;
import dev.atelier.providers.http.Wire;
import dev.atelier.providers.testing.ToldServer;

/** A callback that PyNaCl signed, and what was changed in it afterwards. */
class FalCallbackTest {

    private static final String JWKS = "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"AAAA\"},"
            + "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"hRyJyPxUlnskDHWdWjDNjhOd8HtUdmioJSBwKKzE1e4\"}]}";
    private static final String BODY = "{\"request_id\":\"764cabcf-b745-4b3e-ae38-1200304cf45b\",\"gateway_request_id\":"
            + "\"764cabcf-b745-4b3e-ae38-1200304cf45b\",\"status\":\"OK\",\"payload\":{\"images\":[{\"url\":"
            + "\"https://cdn.example.org/a.png\"}],\"seed\":7}}";
    private static final long SIGNED_AT = 1767323045;
    private static final Map<String, String> HEADERS = Map.of(
            "x-fal-webhook-request-id", "764cabcf-b745-4b3e-ae38-1200304cf45b",
            "x-fal-webhook-user-id", "user_1",
            "x-fal-webhook-timestamp", Long.toString(SIGNED_AT),
            "x-fal-webhook-signature", "8730b3f1a9f50c01736c821daff9c2890a33bff29f534c54b09f26a07510b1ff"
                    + "af17b5ba3b8928cd97c884029fa2a7fb7e582071c46433e44e1b291f5cb5c605");

    private final ToldServer server = new ToldServer();

    @AfterEach
    void close() {
        server.close();
    }

    private CallbackCheck check(Map<String, String> headers, String body, long seconds) {
        Clock clock = Clock.fixed(Instant.ofEpochSecond(seconds), ZoneOffset.UTC);
        return new Fal(new Wire(clock), clock).check(new Callback(headers, body.getBytes(StandardCharsets.UTF_8)),
                server.account());
    }

    @Test
    void what_fal_signed_is_genuine_and_the_key_comes_from_where_its_account_lives() {
        server.answers(200, JWKS);
        assertThat(check(HEADERS, BODY, SIGNED_AT + 290)).isEqualTo(CallbackCheck.GENUINE);
        assertThat(server.request().getTarget()).isEqualTo("/api/.well-known/jwks.json");
        assertThat(FalSignature.jwks(new Credential("a", URI.create("https://queue.fal.run"), "k")))
                .isEqualTo("https://rest.fal.ai/.well-known/jwks.json");
        assertThat(FalSignature.jwks(new Credential("a", URI.create("https://evilfal.run"), "k")))
                .isEqualTo("https://evilfal.run/.well-known/jwks.json");
    }

    @Test
    void another_body_is_forged() {
        server.answers(200, JWKS);
        assertThat(check(HEADERS, BODY + " ", SIGNED_AT)).isEqualTo(CallbackCheck.FORGED);
    }

    @ParameterizedTest
    @ValueSource(longs = {310, -310, 100_000_000})
    void what_is_too_old_or_from_the_future_is_forged_without_asking(long skew) {
        assertThat(check(HEADERS, BODY, SIGNED_AT + skew)).isEqualTo(CallbackCheck.FORGED);
        assertThat(server.requests()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"x-fal-webhook-request-id,another", "x-fal-webhook-user-id,''", "x-fal-webhook-timestamp,1767323046",
            "x-fal-webhook-timestamp,soon", "x-fal-webhook-signature,''", "x-fal-webhook-signature,zz",
            "x-fal-webhook-signature,8730b3f1"})
    void a_header_that_was_changed_is_forged(String header, String value) {
        server.answers(200, JWKS);
        Map<String, String> changed = new HashMap<>(HEADERS);
        changed.put(header, value);
        assertThat(check(changed, BODY, SIGNED_AT)).isEqualTo(CallbackCheck.FORGED);
    }

    @Test
    void without_the_keys_nothing_is_known() {
        server.answers(503, "");
        assertThat(check(HEADERS, BODY, SIGNED_AT)).isEqualTo(CallbackCheck.UNKNOWN);
    }
}
