package dev.atelier.db.moderation;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

import dev.atelier.domain.text.Language;
import dev.atelier.domain.text.Normalised;

/** When a rule speaks. A text is compared as it reads: normalised, and without what nobody sees. */
final class Matching {

    private static final int LONGEST = 1_000;
    private static final Set<String> LANGUAGES = Set.of("zh", "ja", "ko", "en", "und");

    private Matching() {
    }

    /** @param language of the prompt; null without words */
    record Words(String text, String language) {

        static Words of(String text) {
            String seen = Normalised.of(text).replaceAll("\\p{Cf}", "");
            return new Words(seen, seen.isEmpty() ? null : Language.of(seen));
        }
    }

    /** @throws IllegalArgumentException when the rule's match cannot be read */
    static Predicate<Words> of(Rule rule) {
        return rule.match().stream().map(match -> one(rule, match)).reduce(Predicate::or).orElse(words -> false);
    }

    private static Predicate<Words> one(Rule rule, String match) {
        if (match == null || match.isBlank() || match.length() > LONGEST) {
            throw new IllegalArgumentException("rule '" + rule.name() + "' must match texts of 1 to " + LONGEST
                    + " characters");
        }
        return switch (rule.kind()) {
            case KEYWORD -> {
                String keyword = Words.of(match).text();
                yield words -> stands(keyword, words.text());
            }
            case REGEX -> {
                Pattern pattern = pattern(rule, match);
                yield words -> pattern.matcher(words.text()).find();
            }
            case LANGUAGE -> {
                if (!LANGUAGES.contains(match)) {
                    throw new IllegalArgumentException("rule '" + rule.name() + "': the language '" + match
                            + "' is none of " + List.of("zh", "ja", "ko", "en", "und"));
                }
                yield words -> match.equals(words.language());
            }
        };
    }

    private static Pattern pattern(Rule rule, String match) {
        try {
            return Pattern.compile(match, Pattern.CASE_INSENSITIVE);
        } catch (PatternSyntaxException wrong) {
            throw new IllegalArgumentException("rule '" + rule.name() + "': " + wrong.getMessage(), wrong);
        }
    }

    /** Whole words where words have spaces between them: "ass" is not in "class", but 炸弹 is in 做炸弹的人. */
    private static boolean stands(String keyword, String text) {
        for (int at = text.indexOf(keyword); at >= 0; at = text.indexOf(keyword, at + 1)) {
            int end = at + keyword.length();
            if (!joined(text, at) && !joined(text, end)) {
                return true;
            }
        }
        return false;
    }

    private static boolean joined(String text, int at) {
        return at > 0 && at < text.length() && spaced(text.codePointBefore(at)) && spaced(text.codePointAt(at));
    }

    private static boolean spaced(int character) {
        return Character.isLetterOrDigit(character) && !Character.isIdeographic(character)
                && switch (Character.UnicodeScript.of(character)) {
                    case HIRAGANA, KATAKANA, HANGUL, THAI, LAO, KHMER, MYANMAR -> false;
                    default -> true;
                };
    }
}
