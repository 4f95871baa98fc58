package dev.atelier.api.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import dev.atelier.api.testing.HttpTest;
import tools.jackson.databind.JsonNode;

class RestingAndStoppingTest extends HttpTest {
    private String account(String name) {
        Reply made = post("/v1/accounts", """
                {"provider":"ark","account":"%s","secret":"rest-%s","site":"us","base_url":"http://127.0.0.1:1/ark",
                 "max_retry_count":20}""".formatted(name, name));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return made.json().get("id").asString();
    }

    private static String status(Reply reply, String medium) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return reply.json().at("/media/" + medium + "/status").asString();
    }

    @Test
    void a_new_account_is_sound_unchecked_and_tells_all_its_waits() {
        JsonNode account = get("/v1/accounts/" + account("sound")).json();
        assertThat(account.get("health").asInt()).isEqualTo(100);
        assertThat(account.get("credential").asString()).isEqualTo("unchecked");
        assertThat(account.get("draining").asBoolean()).isFalse();
        assertThat(account.get("warm_until").isNull()).isTrue();
        assertThat(account.get("retry_waits").size()).isEqualTo(20);
        assertThat(account.at("/retry_waits/19").asInt()).isEqualTo(3600);
    }

    @Test
    void a_pause_is_by_medium_and_its_end_ends_nothing_else() {
        String path = "/v1/accounts/" + account("paused");
        Reply paused = post(path + "/pause", "{\"media\":[\"video\"]}");
        assertThat(status(paused, "video")).isEqualTo("unavailable");
        assertThat(paused.json().at("/media/video/unavailable_reason").asString()).isEqualTo("manual");
        assertThat(status(paused, "image")).isEqualTo("available");
        assertThat(status(post(path + "/pause", null), "image")).isEqualTo("unavailable");
        Reply resumed = post(path + "/resume", "{}");
        assertThat(status(resumed, "image")).isEqualTo("available");
        assertThat(status(resumed, "video")).isEqualTo("available");
        assertThat(post(path + "/pause", "{\"media\":[\"song\"]}").status()).isEqualTo(422);
    }

    @Test
    void a_drained_account_is_inactive_until_it_is_resumed() {
        String path = "/v1/accounts/" + account("drained");
        assertThat(post(path + "/drain", null).json().get("status").asString()).isEqualTo("inactive");
        assertThat(post(path + "/resume", null).json().get("status").asString()).isEqualTo("active");
        call("PATCH", path, "{\"status\":\"banned\"}".getBytes(StandardCharsets.UTF_8));
        assertThat(post(path + "/resume", null).code()).isEqualTo("account_banned");
    }

    @Test
    void a_provider_is_stopped_for_a_while_and_taken_up_again() {
        Reply stopped = post("/v1/providers/ark/stop", "{\"reason\":\"their console is down\",\"minutes\":5}");
        assertThat(stopped.status()).as(stopped.toString()).isEqualTo(200);
        try {
            assertThat(get("/v1/stops").json().at("/data/0/detail").asString()).isEqualTo("their console is down");
            assertThat(post("/v1/providers/ark/stop", "{}").code()).isEqualTo("provider_stopped");
        } finally {
            assertThat(call("DELETE", "/v1/providers/ark/stop", null).status()).isEqualTo(204);
        }
        assertThat(call("DELETE", "/v1/providers/ark/stop", null).status()).isEqualTo(404);
        assertThat(get("/v1/stops").json().get("data").size()).isZero();
        assertThat(post("/v1/providers/nobody/stop", "{}").status()).isEqualTo(404);
        assertThat(post("/v1/providers/ark/stop", "{\"minutes\":0}").status()).isEqualTo(422);
    }
}
