package dev.atelier.domain.text;

import java.text.Normalizer;
import java.util.Locale;

/** One reading of a text for comparing: what is hashed, searched and embedded is the same words however they are typed. */
public final class Normalised {

    private Normalised() {
    }

    /** NFKC, lower case, each run of white space one space, none at the ends; null becomes empty. */
    public static String of(String text) {
        if (text == null) {
            return "";
        }
        // Case first and last: NFKC may bring capitals out of compatibility characters.
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(folded, Normalizer.Form.NFKC).replaceAll("[\\p{Z}\\s\\p{Cc}]+", " ").strip();
    }
}
