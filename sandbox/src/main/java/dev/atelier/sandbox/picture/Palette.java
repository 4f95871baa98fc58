package dev.atelier.sandbox.picture;

import java.awt.Color;
import java.util.SplittableRandom;

/** Colours that go together, the same for the same prompt and seed. */
public record Palette(Color top, Color bottom, Color accent, Color light) {

    public static Palette of(String prompt, long seed) {
        // Neighbouring seeds give a Random of neighbouring beginnings; mixed well, they give different colours.
        float hue = new SplittableRandom(prompt.hashCode() * 31L + seed).nextInt(1000) / 1000f;
        return new Palette(Color.getHSBColor(hue, 0.55f, 0.42f), Color.getHSBColor(hue + 0.12f, 0.50f, 0.86f),
                Color.getHSBColor(hue + 0.5f, 0.65f, 0.95f), Color.getHSBColor(hue + 0.08f, 0.12f, 1f));
    }

    /** The colour of a row, 0 at the top and 1 at the bottom. */
    Color between(double part) {
        return new Color(mixed(top.getRed(), bottom.getRed(), part), mixed(top.getGreen(), bottom.getGreen(), part),
                mixed(top.getBlue(), bottom.getBlue(), part));
    }

    private static int mixed(int from, int to, double part) {
        return (int) Math.round(from + (to - from) * part);
    }
}
