package dev.atelier.api.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.atelier.api.testing.HttpTest;
import tools.jackson.databind.JsonNode;

class AccountsTest extends HttpTest {
    private static String account(String name) {
        return """
                {"provider":"ark","account":"%s","secret":"canary-%s","site":"cn","base_url":"http://127.0.0.1:1/ark/api/v3",
                 "priority":3,"max_retry_count":4,"slots":{"image":2,"video":1},"day_limits":{"image":100}}"""
                .formatted(name, name);
    }

    private Reply change(String id, String body) {
        return call("PATCH", "/v1/accounts/" + id, body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void an_account_is_added_and_shown_without_its_secret() {
        Reply reply = post("/v1/accounts", account("one"));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        JsonNode made = reply.json();
        assertThat(made.get("site").asString()).isEqualTo("cn");
        assertThat(made.at("/slots/image").asInt()).isEqualTo(2);
        assertThat(made.at("/day_limits/image").asInt()).isEqualTo(100);
        assertThat(made.get("retry_waits").valueStream().mapToInt(JsonNode::asInt)).containsExactly(3, 5, 10, 15);
        assertThat(made.get("org_id").isNull()).isTrue();
        assertThat(reply.toString() + get("/v1/accounts") + get("/v1/accounts/" + made.get("id").asString()))
                .doesNotContain("canary");
    }

    @Test
    void a_proxy_goes_in_and_never_comes_out() {
        String path = "/v1/accounts/" + post("/v1/accounts", account("led")).json().get("id").asString();
        String body = "{\"url\":\"http://ana:canary-login@canary-host.example.com:3128\"}";
        Reply led = call("PUT", path + "/proxy", body.getBytes(StandardCharsets.UTF_8));
        assertThat(led.status()).as(led.toString()).isEqualTo(200);
        assertThat(led.json().get("proxied").asBoolean()).isTrue();
        assertThat(led + get(path).toString() + get("/v1/accounts")).doesNotContain("canary");
        Reply wrong = call("PUT", path + "/proxy", "{\"url\":\"gopher://canary:1\"}".getBytes(StandardCharsets.UTF_8));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.toString()).doesNotContain("canary");
        assertThat(get(path).json().get("proxied").asBoolean()).as("what was there stays").isTrue();
        assertThat(call("DELETE", path + "/proxy", null).json().get("proxied").asBoolean()).isFalse();
    }

    @Test
    void the_same_credential_is_not_added_twice() {
        post("/v1/accounts", account("twin"));
        Reply again = post("/v1/accounts", account("twin"));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("account_exists");
    }

    @Test
    void a_change_touches_only_what_it_names() {
        JsonNode made = post("/v1/accounts", account("changed")).json();
        String id = made.get("id").asString();
        Reply reply = change(id,
                "{\"slots\":{\"image\":5},\"day_limits\":{\"image\":null},\"available\":{\"video\":false}}");
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        assertThat(reply.json().at("/slots/image").asInt()).isEqualTo(5);
        assertThat(reply.json().at("/slots/video").asInt()).isEqualTo(1);
        assertThat(reply.json().at("/day_limits/image").isNull()).isTrue();
        assertThat(reply.json().at("/media/video/unavailable_reason").asString()).isEqualTo("manual");
        assertThat(reply.json().get("priority").asInt()).isEqualTo(3);
        int old = made.get("version").asInt();
        assertThat(change(id, "{\"version\":" + old + ",\"priority\":1}").code()).isEqualTo("account_changed");
    }

    @Test
    void one_of_ones_own_and_one_for_some_models() {
        JsonNode made = post("/v1/accounts",
                account("own").replaceFirst("}$", ",\"org_id\":\"self\",\"models\":[\"ark/seedream-4.5\"]}")).json();
        assertThat(made.get("org_id").asString()).hasSize(36);
        assertThat(made.at("/models/0").asString()).isEqualTo("ark/seedream-4.5");
        assertThat(change(made.get("id").asString(), "{\"models\":null}").json().get("models").isNull()).isTrue();
        assertThat(get("/v1/accounts?org_id=self&limit=100").json().get("data").valueStream()
                .map(each -> each.get("account").asString())).contains("own").doesNotContain("one");
    }

    @Test
    void a_deleted_account_is_gone() {
        String path = "/v1/accounts/" + post("/v1/accounts", account("gone")).json().get("id").asString();
        assertThat(call("DELETE", path, null).status()).isEqualTo(204);
        assertThat(get(path).status()).isEqualTo(404);
        assertThat(call("DELETE", path, null).status()).isEqualTo(404);
    }

    @Test
    void what_cannot_be_is_refused_by_field() {
        String odd = account("odd").replace("\"ark\"", "\"none\"").replace("\"image\":2", "\"image\":99");
        Reply reply = post("/v1/accounts", odd);
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().get("errors").size()).isEqualTo(2);
        assertThat(post("/v1/accounts", "{\"provider\":\"ark\",\"slots\":{\"song\":1}}").json().get("errors").size())
                .isEqualTo(4);
        assertThat(post("/v1/accounts", account("x").replaceFirst("}$", ",\"colour\":1}")).code())
                .isEqualTo("unknown_field");
    }

    @Test
    void the_pool_is_read_page_by_page() {
        IntStream.range(0, 3).forEach(n -> post("/v1/accounts", account("page-" + n)));
        JsonNode page = get("/v1/accounts?limit=2&provider=ark").json();
        assertThat(page.get("data").size()).isEqualTo(2);
        assertThat(page.get("has_more").asBoolean()).isTrue();
        assertThat(get("/v1/accounts?limit=1&starting_after=" + page.at("/data/0/id").asString()).json()
                .at("/data/0/id")).isEqualTo(page.at("/data/1/id"));
        assertThat(get("/v1/accounts?colour=red").code()).isEqualTo("unknown_parameter");
    }
}
