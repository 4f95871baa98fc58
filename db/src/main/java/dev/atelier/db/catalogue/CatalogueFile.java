package dev.atelier.db.catalogue;

import java.io.InputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.atelier.domain.Word;
import dev.atelier.domain.account.Site;
import dev.atelier.domain.catalogue.Limits;
import dev.atelier.domain.job.Kind;

/** A provider and its models as people write them down. A misspelt field is refused, not ignored. */
record CatalogueFile(@JsonProperty(required = true) String provider, @JsonProperty(required = true) String baseUrl,
        BigDecimal submitsPerSecond, @JsonProperty(required = true) List<Entry> models) {

    private static final ObjectMapper STRICT = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            // As the database gives numbers back: else each start would find a changed model.
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    record Entry(@JsonProperty(required = true) String name, @JsonProperty(required = true) String remoteName,
            @JsonProperty(required = true) Kind kind, @JsonProperty(required = true) Takes limits,
            Map<String, BigDecimal> pricing, Map<String, Object> settings, String status) {

        /** A status that is not written down is the operator's: it stays as it is. */
        Model model(String id, ProviderRow provider, String statusBefore) {
            return new Model(id, provider.id(), provider.name(), name, remoteName, kind, limits.limits(),
                    Objects.requireNonNullElse(pricing, Map.of()), Objects.requireNonNullElse(settings, Map.of()),
                    Objects.requireNonNullElse(status, statusBefore));
        }
    }

    /** {@link Limits}, of which only what the model has is written down. */
    record Takes(int maxPromptChars, Boolean promptRequired, int minImages, int maxImages, List<String> ratios,
            String defaultRatio, List<String> resolutions, String defaultResolution, List<Integer> durations,
            Integer defaultDuration, boolean intelligentRatio, boolean sampleStrength, boolean negativePrompt,
            List<String> responseFormats, int maxRunSeconds, List<String> sites) {

        Limits limits() {
            return new Limits(maxPromptChars, !Boolean.FALSE.equals(promptRequired), minImages, maxImages,
                    orNone(ratios), defaultRatio, orNone(resolutions), defaultResolution, orNone(durations),
                    defaultDuration, intelligentRatio, sampleStrength, negativePrompt, orNone(responseFormats),
                    maxRunSeconds, known(sites));
        }

        private static List<String> known(List<String> sites) {
            orNone(sites).forEach(site -> Word.of(Site.class, site));
            return sites;
        }

        private static <T> List<T> orNone(List<T> list) {
            return list == null ? List.of() : list;
        }
    }

    /** @throws IllegalArgumentException naming the field that cannot be read */
    static CatalogueFile read(InputStream yaml) {
        return STRICT.convertValue(new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml), CatalogueFile.class);
    }
}
