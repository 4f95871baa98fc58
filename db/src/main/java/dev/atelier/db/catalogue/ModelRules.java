package dev.atelier.db.catalogue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.atelier.db.dialect.Json;
import dev.atelier.domain.account.Site;
import dev.atelier.domain.catalogue.Limits;
import dev.atelier.domain.catalogue.Violation;
import dev.atelier.domain.job.Kind;

/** What a model must be to be offered: its limits make a form and a check, its prices a bill. */
final class ModelRules {

    private static final String NAME = "[a-z0-9][a-z0-9_-]{0,39}/[a-z0-9][a-z0-9._-]{0,86}";
    private static final BigDecimal DEAREST = new BigDecimal(10_000);
    private static final int MOST_CHOICES = 100;
    private static final int MOST_SETTINGS = 16_000;
    private static final int WEEK = 7 * 24 * 3600;

    private final List<Violation> violations = new ArrayList<>();

    private ModelRules() {
    }

    static List<Violation> violations(ModelDraft draft) {
        ModelRules rules = new ModelRules();
        rules.require(draft.name().matches(NAME), "id", "must be provider/model, of lower-case letters, digits and"
                + " . _ -");
        rules.require(draft.remoteName() != null && !draft.remoteName().isBlank()
                && draft.remoteName().length() <= 200, "remote_name", "must have 1 to 200 characters");
        rules.require(draft.kind() != null && draft.kind() != Kind.CONVERSION, "kind",
                "must be image, video or mesh");
        rules.require(draft.status() == null || Set.of("active", "inactive").contains(draft.status()), "status",
                "must be active or inactive");
        rules.limits(draft.limits());
        rules.pricing(draft.pricing());
        rules.require(draft.kind() != Kind.IMAGE || !draft.name().startsWith("ark/")
                || Boolean.TRUE.equals(draft.settings().get("synchronous")), "settings.synchronous",
                "must be true: an image of Ark is the call itself, and what was lost of it is never sent again unasked");
        rules.require(Json.write(draft.settings()).length() <= MOST_SETTINGS, "settings",
                "must have at most " + MOST_SETTINGS + " characters as JSON");
        return rules.violations;
    }

    private void limits(Limits limits) {
        within("max_prompt_chars", limits.maxPromptChars(), 0, 1_000_000);
        within("min_images", limits.minImages(), 0, 100);
        within("max_images", limits.maxImages(), limits.minImages(), 100);
        within("max_run_seconds", limits.maxRunSeconds(), 1, WEEK);
        require(!limits.promptRequired() || limits.maxPromptChars() > 0, "limits.max_prompt_chars",
                "must leave room for a prompt that is required");
        choice("ratio", limits.ratios(), limits.defaultRatio(), "[A-Za-z0-9:._-]{1,10}");
        choice("resolution", limits.resolutions(), limits.defaultResolution(), "[A-Za-z0-9:._-]{1,10}");
        choice("duration", limits.durations(), limits.defaultDuration(), "-1|[1-9]\\d{0,3}");
        choice("response_format", limits.responseFormats(), null, "url|b64_json");
        Set<String> sites = new HashSet<>(Arrays.stream(Site.values()).map(Site::word).toList());
        require(sites.containsAll(limits.sites()), "limits.sites", "must be of " + sites);
    }

    /** Of what may be chosen, each once; what is chosen for those who do not is one of them. */
    private void choice(String name, List<?> known, Object usual, String form) {
        String field = "limits." + name + "s";
        require(known.size() <= MOST_CHOICES && new HashSet<>(known).size() == known.size(), field,
                "must be at most " + MOST_CHOICES + ", each once");
        require(known.stream().allMatch(each -> each != null && each.toString().matches(form)), field,
                "must each match " + form);
        require(usual == null || known.contains(usual), "limits.default_" + name, "must be one of " + field);
    }

    private void pricing(Map<String, BigDecimal> pricing) {
        pricing.forEach((unit, usd) -> {
            require(unit.matches("[a-z0-9_]{1,60}"), "pricing", "'" + unit + "' is no unit: letters, digits and _");
            require(usd != null && usd.signum() >= 0 && usd.compareTo(DEAREST) <= 0 && usd.scale() <= 12,
                    "pricing." + unit, "must be US dollars, 0 to " + DEAREST);
        });
        require(pricing.size() <= 50, "pricing", "must have at most 50 units");
    }

    private void within(String name, int number, int least, int most) {
        require(number >= least && number <= most, "limits." + name, "must be from " + least + " to " + most);
    }

    private void require(boolean holds, String field, String message) {
        if (!holds) {
            violations.add(new Violation(field, message));
        }
    }
}
