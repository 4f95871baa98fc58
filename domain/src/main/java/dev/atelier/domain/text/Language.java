package dev.atelier.domain.text;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/** The language that the characters of a prompt speak for, for reports: a look at its scripts, no knowledge of words. */
public final class Language {

    private Language() {
    }

    /**
     * Kana is ja, Hangul ko, Han without either zh, also beside Latin letters; ASCII letters alone en; all else und.
     */
    public static String of(String text) {
        Set<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
        int[] letters = text.codePoints().filter(Character::isLetter).toArray();
        boolean ascii = letters.length > 0;
        for (int letter : letters) {
            scripts.add(UnicodeScript.of(letter));
            ascii &= letter < 128;
        }
        if (scripts.contains(UnicodeScript.HIRAGANA) || scripts.contains(UnicodeScript.KATAKANA)) {
            return "ja";
        }
        if (scripts.contains(UnicodeScript.HANGUL)) {
            return "ko";
        }
        if (scripts.contains(UnicodeScript.HAN)) {
            return "zh";
        }
        return ascii ? "en" : "und";
    }
}
