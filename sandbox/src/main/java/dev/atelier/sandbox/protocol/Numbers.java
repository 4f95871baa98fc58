package dev.atelier.sandbox.protocol;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/** Letters and digits for ids that look like a provider's. */
public final class Numbers {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Numbers() {
    }

    /** Lower-case letters and digits. */
    public static String letters(int count) {
        return RANDOM.ints(count, 0, 36).mapToObj(digit -> Integer.toString(digit, 36)).collect(Collectors.joining());
    }
}
