package dev.atelier.sandbox.script;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a prompt ends: well, refused when submitted, or badly later. */
public enum Ending {
    OK, CONTENT_INPUT, CONTENT_OUTPUT,
    /** Taken, and its words refused only by the code of a task that failed, where the provider has one. */
    CONTENT_LATE, GENERATION, EXPIRED, CREDIT, UNKNOWN_STATUS, CONCURRENCY, AUTH;

    /** A taken task that ends badly for its content. */
    public boolean content() {
        return this == CONTENT_OUTPUT || this == CONTENT_LATE;
    }

    static Ending of(String spelling) {
        return Arrays.stream(values()).filter(each -> each.spelling().equals(spelling)).findFirst()
                .orElseThrow(() -> new UnknownWord(spelling, Arrays.stream(values()).map(Ending::spelling)
                        .collect(Collectors.joining(", "))));
    }

    String spelling() {
        return name().toLowerCase(Locale.ROOT);
    }
}
