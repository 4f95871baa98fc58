package dev.atelier.sandbox.script;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a result's bytes arrive. */
public enum Delivery {
    OK,
    /** The address answers 403, as a signed one does after its day. */
    EXPIRED_URL,
    /** A web page instead of the file. */
    WRONG_TYPE,
    /** More bytes announced than sent. */
    TRUNCATED,
    /** 200 without a byte. */
    EMPTY,
    /** Trickles for five seconds. */
    SLOW;

    static Delivery of(String spelling) {
        return Arrays.stream(values()).filter(each -> each.spelling().equals(spelling)).findFirst()
                .orElseThrow(() -> new UnknownWord(spelling, Arrays.stream(values()).map(Delivery::spelling)
                        .collect(Collectors.joining(", "))));
    }

    String spelling() {
        return name().toLowerCase(Locale.ROOT);
    }
}
