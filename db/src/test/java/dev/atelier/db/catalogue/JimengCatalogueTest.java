package dev.atelier.db.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.atelier.domain.account.Site;
import dev.atelier.domain.catalogue.Input;
import dev.atelier.domain.catalogue.InputRules;
import dev.atelier.domain.catalogue.Limits;
import dev.atelier.domain.catalogue.Violation;

/** What of a request is refused before anything is stored or paid, because the gateway would make something else of it. */
class JimengCatalogueTest {

    private static final CatalogueFile FILE = read();

    @ParameterizedTest
    @CsvSource({"4.0,true", "4.1,true", "4.5,true", "4.6,true", "5.0,true", "3.0,false", "3.1,false"})
    void only_models_that_can_choose_a_ratio_are_asked_to(String version, boolean can) {
        assertThat(violations("jimeng-" + version, new Input("x", null, null, null, null, null, true, null, null)))
                .hasSize(can ? 0 : 1);
    }

    @ParameterizedTest
    @CsvSource({"5:4,2k,ratio", "16:9,8k,resolution", "16:9,720p,resolution"})
    void a_ratio_or_a_resolution_it_has_not_is_refused(String ratio, String resolution, String field) {
        assertThat(violations("jimeng-4.5", new Input("x", null, null, ratio, resolution, null, null, null, null)))
                .singleElement().satisfies(each -> assertThat(each.field()).isEqualTo("input." + field));
    }

    @ParameterizedTest
    @CsvSource({"video-3.0,5,true", "video-3.0,12,false", "video-3.5-pro,12,true", "video-veo3,5,false",
            "video-veo3,8,true", "video-sora2,8,true", "video-seedance-2.0,15,true", "video-seedance-2.0,3,false"})
    void a_video_is_as_long_as_its_model_makes_them(String model, int seconds, boolean takes) {
        assertThat(violations("jimeng-" + model, new Input("x", null, null, null, null, seconds, null, null, null)))
                .hasSize(takes ? 0 : 1);
    }

    @ParameterizedTest
    @CsvSource({"video-3.0,2,true", "video-3.0,3,false", "video-seedance-2.0,9,true", "video-seedance-2.0,10,false",
            "4.5,10,true", "4.5,11,false"})
    void more_than_a_first_and_a_last_frame_only_where_references_are_taken(String model, int images, boolean takes) {
        assertThat(violations("jimeng-" + model, new Input("x", null,
                Collections.nCopies(images, "https://example.org/a.png"), null, null, null, null, null, null)))
                .hasSize(takes ? 0 : 1);
    }

    @Test
    void how_much_of_an_image_stays_means_nothing_without_one() {
        assertThat(violations("jimeng-4.5",
                new Input("x", null, null, null, null, null, null, new BigDecimal("0.6"), null))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"3.1,CN,true", "3.1,US,false", "5.0,US,false", "5.0,HK,true", "video-veo3,CN,false",
            "video-veo3,SG,true", "video-3.0,US,true", "video-3.0-pro,US,false", "video-seedance-2.0,JP,false"})
    void a_model_is_for_accounts_of_sites_that_have_it(String model, Site site, boolean has) {
        assertThat(limits("jimeng-" + model).at(site)).isEqualTo(has);
    }

    private static List<Violation> violations(String model, Input asked) {
        return InputRules.read(asked, limits(model)).violations();
    }

    private static Limits limits(String model) {
        return FILE.models().stream().filter(each -> each.name().equals("jimeng/" + model)).findFirst().orElseThrow()
                .limits().limits();
    }

    private static CatalogueFile read() {
        try (InputStream yaml = CatalogueFile.class.getResourceAsStream("/atelier/catalogue/jimeng.yaml")) {
            return CatalogueFile.read(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
