package dev.atelier.db.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import dev.atelier.db.dialect.Ids;
import dev.atelier.db.tenant.Caller;
import dev.atelier.db.testing.DbContract;
import dev.atelier.domain.catalogue.Input;
import dev.atelier.domain.catalogue.InputRules;
import dev.atelier.domain.job.Kind;

abstract class CatalogueContract extends DbContract {

    private Catalogue catalogue() {
        return db.get(Catalogue.class);
    }

    @BeforeAll
    void load() throws IOException {
        loadArk();
    }

    private void loadArk() throws IOException {
        try (InputStream yaml = Catalogue.class.getResourceAsStream("/atelier/catalogue/ark.yaml")) {
            catalogue().load(yaml);
        }
    }

    private void load(String yaml) {
        catalogue().load(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void the_house_brings_models_of_each_medium() {
        assertThat(catalogue().all()).extracting(Model::name).contains("ark/seed3d-1.0", "ark/seedance-1.5-pro",
                "ark/seedream-4.0", "ark/seedream-4.5");
        Model image = catalogue().find("ark/seedream-4.5").orElseThrow();
        assertThat(image.kind()).isEqualTo(Kind.IMAGE);
        assertThat(image.remoteName()).isEqualTo("doubao-seedream-4-5-251128");
        assertThat(image.limits().resolutions()).containsExactly("2k", "4k");
        assertThat(image.pricing().get("image")).isEqualByComparingTo("0.035");
        assertThat(catalogue().byId(image.id())).contains(image);
        assertThat(catalogue().find("ark/none")).isEmpty();
        assertThat(catalogue().find(null)).isEmpty();
    }

    @Test
    void a_video_model_fills_in_its_defaults() {
        Model video = catalogue().find("ark/seedance-1.5-pro").orElseThrow();
        InputRules.Reading reading = InputRules.read(new Input("海", null, null, null, null, null, null, null, null),
                video.limits());

        assertThat(reading.violations()).isEmpty();
        assertThat(reading.input().ratio()).isEqualTo("16:9");
        assertThat(reading.input().resolution()).isEqualTo("720p");
        assertThat(reading.input().duration()).isEqualTo(5);
        assertThat(video.pricing().get("tokens")).isEqualByComparingTo(new BigDecimal("0.0000022"));
    }

    @Test
    void a_mesh_model_takes_one_image_and_no_words() {
        Model mesh = catalogue().find("ark/seed3d-1.0").orElseThrow();
        Input picture = new Input(null, null, List.of("https://example.org/a.png"), null, null, null, null, null, null);

        assertThat(InputRules.read(picture, mesh.limits()).violations()).isEmpty();
        assertThat(mesh.limits().ratios()).isEmpty();
        assertThat(mesh.limits().maxRunSeconds()).isEqualTo(3600);
    }

    @Test
    void how_many_submits_a_second_a_provider_takes_is_written_down_and_may_be_changed_or_taken_back() {
        String head = "provider: paced\nbase_url: https://example.org\n";
        load(head + "submits_per_second: 2.5\nmodels: []\n");
        assertThat(catalogue().submitsPerSecond("paced")).get().satisfies(
                rate -> assertThat(rate).isEqualByComparingTo("2.5"));
        load(head + "submits_per_second: 20\nmodels: []\n");
        assertThat(catalogue().submitsPerSecond("paced")).get().satisfies(
                rate -> assertThat(rate).isEqualByComparingTo("20"));
        load(head + "models: []\n");
        assertThat(catalogue().submitsPerSecond("paced")).isEmpty();
        assertThat(catalogue().submitsPerSecond("nobody")).isEmpty();
    }

    @Test
    void loading_the_same_again_changes_nothing() throws IOException {
        List<Map<String, Object>> before = rows();
        db.clock().advance(Duration.ofMinutes(1));
        loadArk();

        assertThat(rows()).isEqualTo(before);
    }

    private List<Map<String, Object>> rows() {
        return db.sql().sql("""
                select m.id, m.model_name, m.updated_at, p.base_url
                  from provider_models m join providers p on p.id = m.provider_id
                 where p.name = 'ark' order by m.id
                """).query().listOfRows();
    }

    @Test
    void a_later_file_writes_over_what_it_names_and_leaves_the_rest() {
        String file = """
                provider: later
                base_url: %s
                models:
                  - {name: later/%s, remote_name: r, kind: image, settings: {depth: [1, {deep: true}]},
                     limits: {max_prompt_chars: %d, max_run_seconds: 60}}
                """;
        load(file.formatted("https://one.example", "a", 10));
        String id = catalogue().find("later/a").orElseThrow().id();
        load(file.formatted("https://two.example", "b", 10));
        load(file.formatted("https://two.example", "a", 20));

        assertThat(catalogue().find("later/a").orElseThrow().id()).isEqualTo(id);
        assertThat(catalogue().find("later/a").orElseThrow().limits().maxPromptChars()).isEqualTo(20);
        assertThat(catalogue().find("later/a").orElseThrow().settings().toString())
                .isEqualTo("{depth=[1, {deep=true}]}");
        assertThat(catalogue().find("later/b")).isPresent();
        assertThat(catalogue().providers()).filteredOn(each -> each.name().equals("later"))
                .extracting(ProviderRow::baseUrl).containsExactly("https://two.example");
    }

    @Test
    void a_misspelt_field_is_refused_by_name() {
        assertThatThrownBy(() -> load("""
                provider: typo
                base_url: https://x.example
                models:
                  - {name: typo/a, remote_name: r, kind: image, limits: {max_promt_chars: 10}}
                """)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("max_promt_chars");
        assertThat(catalogue().find("typo/a")).isEmpty();
    }

    @Test
    void a_change_by_another_process_is_seen_after_a_few_seconds() {
        Model model = catalogue().find("ark/seedream-4.0").orElseThrow();
        db.sql().sql("update provider_models set status = 'inactive' where id = ?").param(model.id()).update();

        db.clock().advance(Duration.ofSeconds(4));

        assertThat(catalogue().find("ark/seedream-4.0").orElseThrow().status()).isEqualTo("inactive");
    }

    @Test
    void what_was_written_by_api_is_not_the_files_any_more() throws IOException {
        Model shipped = catalogue().find("ark/seedream-4.0").orElseThrow();
        Caller caller = new Caller(Ids.next(), Ids.next(), "admin", Set.of());
        ModelDraft dearer = new ModelDraft(shipped.name(), shipped.remoteName(), shipped.kind(), shipped.limits(),
                Map.of("image", new BigDecimal("9.99")), shipped.settings(), null);
        OfferingModels.Written written = (OfferingModels.Written) db.get(OfferingModels.class).put(dearer, caller,
                "req-1");
        assertThat(written.made()).isFalse();
        loadArk();
        assertThat(catalogue().find(shipped.name()).orElseThrow().pricing().get("image"))
                .isEqualByComparingTo("9.99");
        assertThat(catalogue().byId(shipped.id()).orElseThrow().status()).isEqualTo(shipped.status());
        assertThat(db.sql().sql("select action from audit_logs where org_id = :org").param("org", caller.orgId())
                .query(String.class).list()).containsExactly("model.change");
    }

    @Test
    void every_model_the_house_brings_could_have_been_put_by_api() {
        db.get(ShippedCatalogue.class).load(Set.of());
        assertThat(catalogue().all()).isNotEmpty().allSatisfy(model -> assertThat(ModelRules.violations(
                new ModelDraft(model.name(), model.remoteName(), model.kind(), model.limits(), model.pricing(),
                        model.settings(), model.status())))
                .as(model.name()).isEmpty());
    }

    @Test
    void an_image_of_ark_that_is_not_called_its_own_job_is_refused_for_it_could_be_paid_twice() throws IOException {
        loadArk();
        Model shipped = catalogue().find("ark/seedream-4.0").orElseThrow();
        assertThat(ModelRules.violations(new ModelDraft(shipped.name(), shipped.remoteName(), shipped.kind(),
                shipped.limits(), shipped.pricing(), Map.of(), null))).singleElement()
                .satisfies(one -> assertThat(one.toString()).contains("settings.synchronous"));
    }
}
