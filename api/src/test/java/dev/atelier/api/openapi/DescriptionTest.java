package dev.atelier.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.atelier.api.testing.HttpTest;
import tools.jackson.databind.JsonNode;

class DescriptionTest extends HttpTest {
    @Test
    void every_route_tells_its_statuses_and_wants_a_key() {
        JsonNode api = get("/openapi.json").json();
        assertThat(api.at("/components/securitySchemes/bearer/scheme").asString()).isEqualTo("bearer");
        assertThat(api.at("/security/0").has("bearer")).isTrue();
        assertThat(api.get("paths").propertyNames()).contains("/v1/jobs", "/v1/jobs/{id}/events", "/v1/accounts/{id}");
        api.get("paths").forEach(path -> path.forEach(operation -> {
            assertThat(operation.get("responses").propertyNames()).contains("401", "403", "503");
            assertThat(operation.get("summary").asString()).isNotBlank();
        }));
        assertThat(api.at("/paths/~1v1~1jobs/post/responses").propertyNames()).contains("201", "202", "422");
    }

    @Test
    void names_are_written_as_they_travel() {
        JsonNode job = get("/openapi.json").json().at("/components/schemas/Job/properties");
        assertThat(job.propertyNames()).contains("queue_position", "created_at", "retry_of_job_id")
                .doesNotContain("queuePosition");
        JsonNode problem = get("/openapi.json").json().at("/components/schemas/Problem/properties");
        assertThat(problem.propertyNames()).contains("request_id", "code");
    }

    @Test
    void the_pages_open_without_a_key() {
        for (String path : List.of("/docs", "/openapi.json/swagger-config", "/swagger-ui/index.html")) {
            assertThat(get(path, "Authorization", "Basic eDp5").status()).as(path).isIn(200, 302);
        }
    }
}
