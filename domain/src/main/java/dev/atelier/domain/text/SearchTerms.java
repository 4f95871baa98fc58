package dev.atelier.domain.text;

import java.lang.Character.UnicodeScript;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words by which a text is found. Scripts without spaces give pairs of neighbouring characters, so that a Chinese
 * word of two is found, which trigrams cannot. Each bears a mark, or a database would drop short and common words.
 */
public final class SearchTerms {

    private static final String MARK = "ww";
    private static final int MOST = 2_000;
    private static final int LONGEST = 60;
    private static final Pattern RUN = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

    private SearchTerms() {
    }

    /** Of what is kept: distinct, at most 2,000, in the order of the text. */
    public static List<String> of(String text) {
        return terms(text, true);
    }

    /** Of what is looked for: all of them must be in a text that is found. A single Chinese character counts alone. */
    public static List<String> asked(String text) {
        return terms(text, false);
    }

    private static List<String> terms(String text, boolean kept) {
        Set<String> terms = new LinkedHashSet<>();
        Matcher runs = RUN.matcher(Normalised.of(text));
        while (runs.find() && terms.size() < MOST) {
            split(runs.group().codePoints().toArray(), kept, terms);
        }
        return terms.stream().limit(MOST).toList();
    }

    private static void split(int[] run, boolean kept, Set<String> terms) {
        for (int from = 0; from < run.length && terms.size() < MOST;) {
            boolean dense = dense(run[from]);
            int to = from;
            while (to < run.length && dense(run[to]) == dense) {
                to++;
            }
            if (dense) {
                pairs(run, from, to, kept, terms);
            } else {
                terms.add(MARK + new String(run, from, Math.min(to - from, LONGEST)));
            }
            from = to;
        }
    }

    private static void pairs(int[] run, int from, int to, boolean kept, Set<String> terms) {
        for (int at = from; at < to && terms.size() < MOST; at++) {
            if (kept || to - from == 1) {
                terms.add(MARK + new String(run, at, 1));
            }
            if (at + 1 < to) {
                terms.add(MARK + new String(run, at, 2));
            }
        }
    }

    private static boolean dense(int character) {
        return switch (UnicodeScript.of(character)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }
}
