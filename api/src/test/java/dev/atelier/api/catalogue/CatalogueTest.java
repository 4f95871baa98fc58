package dev.atelier.api.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import dev.atelier.api.testing.HttpTest;
import tools.jackson.databind.JsonNode;

class CatalogueTest extends HttpTest {
    @Test
    void each_model_says_what_it_takes() {
        JsonNode page = get("/v1/models?limit=100").json();
        assertThat(page.get("has_more").asBoolean()).isFalse();
        JsonNode model = page.get("data").valueStream()
                .filter(each -> each.get("id").asString().equals("ark/seedream-4.5")).findFirst().orElseThrow();
        assertThat(model.propertyNames()).contains("id", "kind", "provider", "limits", "input_schema", "status",
                "pricing");
        assertThat(model.at("/limits/max_prompt_chars").asInt()).isPositive();
        assertThat(model.at("/input_schema/properties/ratio/enum").isArray()).isTrue();
        assertThat(model.at("/input_schema/required/0").asString()).isEqualTo("prompt");
    }

    @Test
    void models_are_read_page_by_page_too() {
        JsonNode first = get("/v1/models?limit=1").json();
        assertThat(first.get("has_more").asBoolean()).isTrue();
        JsonNode second = get("/v1/models?limit=1&starting_after=" + first.at("/data/0/id").asString()).json();
        assertThat(second.at("/data/0/id")).isNotEqualTo(first.at("/data/0/id"));
        assertThat(get("/v1/models?starting_after=none").status()).isEqualTo(400);
    }

    @Test
    void providers_are_named_without_their_addresses() {
        JsonNode provider = get("/v1/providers").json().at("/data/0");
        assertThat(provider.get("id").asString()).isEqualTo("ark");
        assertThat(provider.has("base_url")).isFalse();
    }
}
