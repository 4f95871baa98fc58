package dev.atelier.db.moderation;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.atelier.domain.moderation.Ruling;
import dev.atelier.domain.moderation.Severity;

/** A rule set as people write it down. A misspelt field is refused, not ignored. */
record RuleFile(@JsonProperty(required = true) String ruleSet, String organisation,
        @JsonProperty(required = true) List<Entry> rules) {

    private static final int MOST_RULES = 1_000;
    private static final int MOST_MATCHES = 1_000;
    private static final String NAME = "[a-z0-9][a-z0-9._-]{0,59}";
    private static final ObjectMapper STRICT = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS).build();

    record Entry(@JsonProperty(required = true) String name, @JsonProperty(required = true) Rule.Kind kind,
            @JsonProperty(required = true) List<String> match, @JsonProperty(required = true) Ruling decision,
            Severity severity, String tag) {
    }

    /** @throws IllegalArgumentException naming what cannot be taken */
    static RuleFile read(InputStream yaml) {
        return STRICT.convertValue(new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml), RuleFile.class);
    }

    /** @throws IllegalArgumentException naming the rule that cannot be taken */
    List<Rule> checked() {
        require(ruleSet.matches(NAME), "rule_set '" + ruleSet + "' must match " + NAME);
        require(rules.size() <= MOST_RULES, "a rule set has at most " + MOST_RULES + " rules");
        Set<String> names = new HashSet<>();
        List<Rule> checked = new ArrayList<>();
        for (Entry entry : rules) {
            require(entry.name() != null && entry.name().matches(NAME) && names.add(entry.name()),
                    "rule '" + entry.name() + "' must have a name of its own that matches " + NAME);
            require(!entry.match().isEmpty() && entry.match().size() <= MOST_MATCHES,
                    "rule '" + entry.name() + "' must match one to " + MOST_MATCHES + " things");
            require(entry.tag() == null || entry.tag().matches(NAME),
                    "the tag of rule '" + entry.name() + "' must match " + NAME);
            Rule rule = new Rule(organisation, ruleSet, entry.name(), entry.kind(), entry.match(), entry.decision(),
                    Objects.requireNonNullElse(entry.severity(), Severity.MEDIUM), entry.tag());
            Matching.of(rule);
            checked.add(rule);
        }
        return checked;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
