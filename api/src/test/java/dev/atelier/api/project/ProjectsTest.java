package dev.atelier.api.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.atelier.api.testing.HttpTest;
import tools.jackson.databind.JsonNode;

class ProjectsTest extends HttpTest {
    private String project() {
        Reply made = post("/v1/projects", "{\"name\":\"of policies\"}");
        assertThat(made.status()).as(made.toString()).isEqualTo(200);
        return made.json().get("id").asString();
    }

    private Reply change(String id, String body) {
        return call("PATCH", "/v1/projects/" + id, body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_project_allows_nothing_until_somebody_says_how_much() {
        String id = project();
        JsonNode before = get("/v1/projects/" + id).json();
        assertThat(before.get("maybe_usd").decimalValue()).isEqualByComparingTo("0");
        assertThat(before.get("late_results").asString()).isEqualTo("keep");

        Reply changed = change(id, "{\"maybe_usd\":2.5}");
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        change(id, "{\"late_results\":\"discard\"}");

        JsonNode after = get("/v1/projects/" + id).json();
        assertThat(after.get("maybe_usd").decimalValue()).isEqualByComparingTo("2.5");
        assertThat(after.get("late_results").asString()).isEqualTo("discard");
        change(id, "{\"maybe_usd\":0,\"late_results\":\"keep\"}");
    }

    @Test
    void what_is_made_of_each_finished_model_is_the_projects_to_say() {
        String id = project();
        assertThat(get("/v1/projects/" + id).json().get("auto_conversions")).isEmpty();
        Reply changed = change(id, "{\"auto_conversions\":[\"preview\",\"lods\",\"usdz\"]}");
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        assertThat(change(id, "{\"late_results\":\"keep\"}").json().get("auto_conversions")).hasSize(3);
        for (String wrong : List.of("[\"obj\"]", "[\"usdz\",\"usdz\"]", "[null]", "\"usdz\"")) {
            assertThat(change(id, "{\"auto_conversions\":" + wrong + "}").status()).as(wrong).isBetween(400, 422);
        }
        assertThat(change(id, "{\"auto_conversions\":[]}").json().get("auto_conversions")).isEmpty();
    }

    @Test
    void a_project_is_made_once_by_its_name_and_jobs_may_belong_to_it() {
        String id = project();
        assertThat(project()).isEqualTo(id);
        Reply posted = post("/v1/jobs", """
                {"kind":"image","model":"ark/seedream-4.5","project_id":"%s","input":{"prompt":"a project"}}
                """.formatted(id));
        assertThat(posted.status()).as(posted.toString()).isEqualTo(202);
        assertThat(get("/v1/projects?limit=100").json().get("data").findValuesAsString("id")).contains(id);
        assertThat(post("/v1/projects", "{}").status()).isEqualTo(422);
    }

    @Test
    void rubbish_is_refused_and_changes_nothing() {
        String id = project();
        assertThat(change(id, "{\"maybe_usd\":-1}").status()).isEqualTo(422);
        assertThat(change(id, "{\"maybe_usd\":0.0000001}").status()).isEqualTo(422);
        assertThat(change(id, "{\"late_results\":\"burn\"}").status()).isEqualTo(422);
        assertThat(change(id, "{\"colour\":\"red\"}").status()).isBetween(400, 422);
        assertThat(change("nothing", "{}").status()).isEqualTo(404);
        assertThat(get("/v1/projects?limit=0").status()).isEqualTo(400);
        assertThat(get("/v1/projects/" + id).json().get("maybe_usd").decimalValue()).isEqualByComparingTo("0");
    }
}
