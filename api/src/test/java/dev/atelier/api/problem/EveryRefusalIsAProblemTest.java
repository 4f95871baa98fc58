package dev.atelier.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import dev.atelier.api.testing.HttpTest;
import dev.atelier.api.testing.Tenants;
import dev.atelier.api.testing.TestApplication;

class EveryRefusalIsAProblemTest extends HttpTest {
    @Autowired
    private TestApplication.Database database;

    @AfterEach
    void databaseIsBack() {
        database.down = false;
    }

    private static Reply problem(Reply reply, int status, String code) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        assertThat(reply.code()).isEqualTo(code);
        assertThat(reply.json().get("request_id").asString()).isEqualTo(reply.header("X-Request-Id")).isNotBlank();
        assertThat(reply.json().propertyNames()).containsExactlyInAnyOrder("type", "title", "status", "detail", "code",
                "errors", "request_id", "retryable");
        return reply;
    }

    @Test
    void a_body_that_is_no_json_is_named_so() {
        problem(post("/v1/jobs", "{"), 400, "invalid_json");
        problem(post("/v1/jobs", ""), 400, "invalid_json");
        problem(post("/v1/jobs", "[]"), 400, "invalid_json");
        problem(post("/v1/jobs", "{} {}"), 400, "invalid_json");
    }

    @Test
    void an_unknown_field_is_named() {
        Reply reply = problem(post("/v1/jobs", """
                {"kind":"image","model":"ark/seedream-4.5","input":{"prompt":"x"},"promt":1}"""), 400, "unknown_field");
        assertThat(reply.json().at("/errors/0/field").asString()).isEqualTo("promt");
    }

    @Test
    void an_unknown_field_inside_is_named_with_its_path() {
        Reply reply = problem(post("/v1/jobs", """
                {"kind":"image","model":"ark/seedream-4.5","input":{"promt":"x"}}"""), 400, "unknown_field");
        assertThat(reply.json().at("/errors/0/field").asString()).isEqualTo("input.promt");
    }

    @Test
    void nothing_is_guessed_from_a_value_of_another_type() {
        for (String input : new String[]{"{\"prompt\":5}", "{\"prompt\":\"x\",\"duration\":5.7}",
                "{\"prompt\":\"x\",\"duration\":\"5\"}", "{\"prompt\":\"x\",\"images\":\"u\"}", "[]", "5"}) {
            problem(post("/v1/jobs", "{\"kind\":\"image\",\"model\":\"ark/seedream-4.5\",\"input\":" + input + "}"),
                    400,
                    "invalid_value");
        }
    }

    @Test
    void an_address_that_leads_nowhere_is_404() {
        problem(get("/v1/nothing"), 404, "not_found");
        problem(get("/nothing"), 404, "not_found");
        problem(get("/v1/jobs/not-an-id"), 404, "not_found");
        problem(get("/v1/jobs/00000000-0000-7000-8000-000000000000"), 404, "not_found");
    }

    @Test
    void a_method_that_is_not_possible_is_405_and_says_which_are() {
        Reply reply = problem(call("DELETE", "/v1/jobs", null), 405, "method_not_allowed");
        assertThat(reply.header("Allow")).contains("GET").contains("POST");
    }

    @Test
    void without_an_embedding_endpoint_the_operator_is_told_what_to_set() {
        Reply reply = problem(get("/v1/prompts/similar?q=kite"), 501, "embeddings_not_configured");
        assertThat(reply.json().get("detail").asString()).contains("atelier.embeddings.url");
    }

    @Test
    void another_media_type_is_415() {
        problem(post("/v1/jobs", "kind=image", "Content-Type", "text/plain"), 415, "unsupported_media_type");
    }

    @Test
    void a_body_beyond_the_limit_is_413() {
        problem(post("/v1/jobs", image("x".repeat(1 << 20))), 413, "payload_too_large");
    }

    @Test
    void no_key_or_a_wrong_one_is_401_with_a_challenge() {
        Reply without = problem(get("/v1/jobs", "Authorization", "Basic eDp5"), 401, "unauthorized");
        assertThat(without.header("WWW-Authenticate")).startsWith("Bearer");
        Reply wrong = problem(get("/v1/jobs", "Authorization", "Bearer mk_wrong"), 401, "unauthorized");
        assertThat(wrong.header("WWW-Authenticate")).contains("invalid_token");
        problem(get("/v1/jobs", "Authorization", "Bearer ???"), 401, "unauthorized");
        problem(get("/v1/nothing", "Authorization", "Bearer mk_wrong"), 401, "unauthorized");
    }

    @Test
    void a_key_without_the_scope_is_403_and_told_which() {
        Reply reply = problem(get("/v1/jobs", "Authorization", "Bearer " + Tenants.keyWith("jobs:write")), 403,
                "forbidden");
        assertThat(reply.header("WWW-Authenticate")).contains("insufficient_scope").contains("jobs:read");
    }

    @Test
    void a_database_that_is_down_is_503_in_the_look_up_of_the_key_already() {
        database.down = true;
        Reply reply = problem(get("/v1/jobs"), 503, "database_unavailable");
        assertThat(reply.header("Retry-After")).isEqualTo("5");
        assertThat(reply.json().get("retryable").asBoolean()).isTrue();
    }

    @Test
    void what_the_firewall_refuses_is_a_problem_too() {
        problem(get("/v1/jobs;x=1"), 400, "bad_request");
        problem(get("/v1/assets/%2e%2e%2fsecret"), 400, "bad_request");
    }

    @Test
    void the_callers_own_request_id_is_kept_when_it_is_printable() {
        assertThat(get("/v1/jobs", "X-Request-Id", "mine-1").header("X-Request-Id")).isEqualTo("mine-1");
        assertThat(get("/v1/jobs", "X-Request-Id", "x".repeat(129)).header("X-Request-Id")).hasSize(36);
        assertThat(get("/v1/jobs", "X-Request-Id", "tab\there").header("X-Request-Id")).hasSize(36);
    }

    @Test
    void a_parameter_nobody_knows_or_a_value_out_of_range_is_400() {
        problem(get("/v1/jobs?colour=red"), 400, "unknown_parameter");
        for (String query : new String[]{"limit=0", "limit=101", "limit=x", "status=done", "kind=IMAGE",
                "created_after=yesterday", "created_after=%2B999999999-12-31T23:59:59Z", "model=%ff",
                "starting_after=x", "project_id=x", "model=%00",
                "status=queued&status=failed",
                "starting_after=00000000-0000-7000-8000-000000000000"}) {
            problem(get("/v1/jobs?" + query), 400, "invalid_parameter");
        }
    }
}
