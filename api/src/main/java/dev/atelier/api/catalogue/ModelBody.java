package dev.atelier.api.catalogue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import dev.atelier.api.request.Findings;
import dev.atelier.db.catalogue.ModelDraft;
import dev.atelier.domain.catalogue.Limits;
import dev.atelier.domain.job.Kind;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What {@code PUT /v1/models/{provider}/{model}} takes: what a catalogue's file says of a model.
 *
 * @param pricing  US dollars per unit
 * @param settings for the provider's adapter alone, such as {@code synchronous} or {@code fields}
 */
record ModelBody(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "doubao-seedream-4-5-251128") String remoteName,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, allowableValues = {
                "image", "video", "mesh"}) String kind,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Takes limits, Map<String, BigDecimal> pricing,
        Map<String, Object> settings, @Schema(allowableValues = {"active", "inactive"}) String status) {
    private static final int USUAL_RUN_SECONDS = 3600;

    /** Of the limits of a model only what it has is named; the form and the check of a job are made from it. */
    @Schema(name = "ModelLimits")
    record Takes(Integer maxPromptChars, Boolean promptRequired, Integer minImages, Integer maxImages,
            List<String> ratios, String defaultRatio, List<String> resolutions, String defaultResolution,
            List<Integer> durations, Integer defaultDuration, Boolean intelligentRatio, Boolean sampleStrength,
            Boolean negativePrompt, List<String> responseFormats, Integer maxRunSeconds, List<String> sites) {
        Limits limits() {
            return new Limits(or(maxPromptChars, 0), !Boolean.FALSE.equals(promptRequired), or(minImages, 0),
                    or(maxImages, 0), orNone(ratios), defaultRatio, orNone(resolutions), defaultResolution,
                    orNone(durations), defaultDuration, Boolean.TRUE.equals(intelligentRatio),
                    Boolean.TRUE.equals(sampleStrength), Boolean.TRUE.equals(negativePrompt), orNone(responseFormats),
                    or(maxRunSeconds, USUAL_RUN_SECONDS), orNone(sites));
        }

        private static int or(Integer said, int usual) {
            return said == null ? usual : said;
        }

        private static <T> List<T> orNone(List<T> list) {
            return list == null ? List.of() : list;
        }
    }

    ModelDraft draft(String name) {
        Findings findings = new Findings();
        findings.required("remote_name", remoteName, 200);
        Kind read = findings.word("kind", findings.required("kind", kind, 16), Kind.class);
        if (limits == null) {
            findings.refuse("limits", "is required");
        } else if (limits.sites() != null && limits.sites().contains(null)) {
            findings.refuse("limits.sites", "must be names of sites");
        }
        findings.orRefuse();
        return new ModelDraft(name, remoteName, read, limits.limits(), pricing == null ? Map.of() : pricing,
                settings == null ? Map.of() : settings, status);
    }
}
