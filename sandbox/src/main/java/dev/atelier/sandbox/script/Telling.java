package dev.atelier.sandbox.script;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How whoever gave an address for callbacks is told of a task. */
public enum Telling {
    OK, TWICE,
    /** The end right away, the beginning at the end. */
    REVERSED,
    /** With a signature over something else, where the provider signs. */
    FORGED,
    /** Neither JSON nor signed. */
    GARBAGE, NONE;

    static Telling of(String spelling) {
        return Arrays.stream(values()).filter(each -> each.spelling().equals(spelling)).findFirst()
                .orElseThrow(() -> new UnknownWord(spelling, Arrays.stream(values()).map(Telling::spelling)
                        .collect(Collectors.joining(", "))));
    }

    String spelling() {
        return name().toLowerCase(Locale.ROOT);
    }
}
