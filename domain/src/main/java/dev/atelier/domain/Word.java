package dev.atelier.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** An enumeration whose constants are spoken outside (API, rows, journals) as lower-case words. */
public interface Word {

    String name();

    default String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException naming the words that would have been understood */
    static <E extends Enum<E> & Word> E of(Class<E> type, String word) {
        return Arrays.stream(type.getEnumConstants()).filter(each -> each.word().equals(word)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + word + "' is not one of " + words(type)));
    }

    static <E extends Enum<E> & Word> String words(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Word::word).collect(Collectors.joining(", "));
    }
}
