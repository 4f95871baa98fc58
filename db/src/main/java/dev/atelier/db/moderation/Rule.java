package dev.atelier.db.moderation;

import java.util.List;

import dev.atelier.domain.Word;
import dev.atelier.domain.moderation.Ruling;
import dev.atelier.domain.moderation.Severity;

/**
 * One rule of a rule set.
 *
 * @param orgId null: of all organisations
 * @param match any of these is enough
 * @param tag   put on the prompt when the rule speaks; may be null
 */
record Rule(String orgId, String ruleSet, String name, Kind kind, List<String> match, Ruling decision,
        Severity severity, String tag) {

    enum Kind implements Word {
        /** A word or phrase, whole where its script puts spaces between words. */
        KEYWORD,
        /** Of RE2: found in time that grows with the text, whatever the pattern is. */
        REGEX,
        /** {@code zh ja ko en und}, as {@link dev.atelier.domain.text.Language} tells them. */
        LANGUAGE
    }

    String fullName() {
        return ruleSet + "/" + name;
    }
}
