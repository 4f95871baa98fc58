package dev.atelier.sandbox.picture;

import java.awt.Color;
import java.util.Random;

/** Colours that go together, the same for the same prompt and seed. */
public record Palette(Color top, Color bottom, Color accent, Color light) {

    public static Palette of(String prompt, long seed) {
        float hue = new Random(prompt.hashCode() * 31L + seed).nextFloat();
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
