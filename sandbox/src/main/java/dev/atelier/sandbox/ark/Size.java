package dev.atelier.sandbox.ark;

import dev.atelier.sandbox.protocol.Refused;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pixels asked for, written {@code 1024x768} or as one of the provider's names for a square. */
record Size(int width, int height) {
    private static final Pattern PIXELS = Pattern.compile("(\\d{1,5})x(\\d{1,5})");
    private static final Map<String, Integer> SQUARES = Map.of("1K", 1024, "2K", 2048, "3K", 3072, "4K", 4096,
            "adaptive", 1024);
    private static final int LEAST_SIDE = 16;
    /** Of all models together; a single model's range is narrower, which the sandbox does not enforce. */
    private static final int MOST_PIXELS = 16_777_216;

    static Size of(String text) {
        Integer square = SQUARES.get(text);
        if (square != null) {
            return new Size(square, square);
        }
        Matcher pixels = PIXELS.matcher(text);
        if (!pixels.matches()) {
            throw new Refused(ArkRefusal.invalid("size", "it must be WIDTHxHEIGHT or one of 1K, 2K, 3K, 4K").reply());
        }
        Size size = new Size(Integer.parseInt(pixels.group(1)), Integer.parseInt(pixels.group(2)));
        if (Math.min(size.width, size.height) < LEAST_SIDE || size.pixels() > MOST_PIXELS) {
            throw new Refused(
                    ArkRefusal.invalid("size", "sides are at least " + LEAST_SIDE + " and width x height at most "
                            + MOST_PIXELS).reply());
        }
        return size;
    }

    long pixels() {
        return (long) width * height;
    }

    @Override
    public String toString() {
        return width + "x" + height;
    }
}
