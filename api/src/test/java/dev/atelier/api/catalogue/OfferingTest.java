package dev.atelier.api.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.atelier.api.testing.HttpTest;
import dev.atelier.api.testing.Tenants;

class OfferingTest extends HttpTest {
    private static final String BODY = """
            {"remote_name":"doubao-seedream-9","kind":"image","limits":{"max_prompt_chars":1000,"max_images":2,
             "ratios":["1:1","16:9"],"default_ratio":"1:1","max_run_seconds":600},"pricing":{"image":0.05},
             "settings":{"synchronous":true}}""";

    @Autowired
    private JdbcClient sql;

    private Reply put(String name, String body) {
        return call("PUT", "/v1/models/" + name, body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_model_that_was_put_may_be_asked_for_at_once() {
        Reply made = put("ark/seedream-9", BODY);
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("Location")).endsWith("/v1/models/ark/seedream-9");
        assertThat(made.json().at("/input_schema/properties/ratio/enum/1").asString()).isEqualTo("16:9");
        assertThat(made.json().at("/pricing/image").asDouble()).isEqualTo(0.05);
        assertThat(get("/v1/models/ark/seedream-9").json()).isEqualTo(made.json());
        assertThat(get("/v1/models?limit=100").json().toString()).contains("ark/seedream-9");
        String job = "{\"kind\":\"image\",\"model\":\"ark/seedream-9\",\"input\":{\"prompt\":\"x\",\"ratio\":\"%s\"}}";
        assertThat(post(job.formatted("16:9")).status()).isEqualTo(202);
        assertThat(post(job.formatted("3:2")).status()).isEqualTo(422);
        assertThat(sql.sql("select count(*) from audit_logs where action = 'model.create'").query(Long.class).single())
                .isPositive();

        Reply changed = put("ark/seedream-9", BODY.replace("\"16:9\"", "\"3:2\""));
        assertThat(changed.status()).isEqualTo(200);
        assertThat(post(job.formatted("3:2")).status()).isEqualTo(202);
        assertThat(put("ark/seedream-9", BODY.replace("\"kind\"", "\"status\":\"inactive\",\"kind\"")).status())
                .isEqualTo(200);
        assertThat(post(job.formatted("1:1")).status()).as("not offered any more").isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "image","limits"       | "sculpture","limits"      | kind
            "image","limits"       | "conversion","limits"     | kind
            "doubao-seedream-9"    | ""                        | remote_name
            "max_images":2         | "min_images":3,"max_images":2 | limits.max_images
            "default_ratio":"1:1"  | "default_ratio":"9:9"     | limits.default_ratio
            "max_run_seconds":600  | "max_run_seconds":0       | limits.max_run_seconds
            ["1:1","16:9"]         | ["1:1","1:1"]             | limits.ratios
            ["1:1","16:9"]         | ["as wide as you like"]   | limits.ratios
            {"image":0.05}         | {"image":-1}              | pricing.image
            {"image":0.05}         | {"an image":1}            | pricing
            "max_run_seconds":600  | "max_run_seconds":600,"sites":["mars"] | limits.sites
            """)
    void a_model_that_could_not_be_offered_is_refused(String instead, String of, String field) {
        String quoted = instead.startsWith("\"image\"") ? "\"kind\":" + instead : instead;
        String by = instead.startsWith("\"image\"") ? "\"kind\":" + of : of;
        String body = BODY.replace(quoted, by);
        assertThat(body).isNotEqualTo(BODY);
        Reply refused = put("ark/refused-1", body);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/errors").toString()).contains("\"" + field + "\"");
    }

    @Test
    void nobody_is_offered_whom_we_do_not_speak_to_and_no_model_changes_its_kind() {
        assertThat(put("nobody/x", BODY).json().toString()).contains("this house speaks to");
        assertThat(put("ark/UPPER", BODY).status()).isEqualTo(422);
        assertThat(put("ark/unknown-field", BODY.replace("\"kind\"", "\"sort\":1,\"kind\"")).status()).isEqualTo(400);
        assertThat(put("ark/seed3d-1.0", BODY).json().at("/errors/0/field").asString()).isEqualTo("kind");
        assertThat(get("/v1/models/ark/none").status()).isEqualTo(404);
    }

    @Test
    void only_who_runs_the_house_may() {
        assertThat(call("PUT", "/v1/models/ark/seedream-8", BODY.getBytes(StandardCharsets.UTF_8), "Authorization",
                "Bearer " + Tenants.keyWith("jobs:write")).status()).isEqualTo(403);
    }
}
