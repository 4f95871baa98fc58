package dev.atelier.sandbox.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.SplittableRandom;

/** A picture made of its prompt: a gradient, a few hills and discs, and the words. Same input, same picture. */
public record Painting(String prompt, int width, int height, long seed) {

    public BufferedImage draw() {
        BufferedImage image = background();
        Graphics2D canvas = image.createGraphics();
        try {
            new Caption(prompt, Lettering.best()).draw(canvas, width, height);
        } finally {
            canvas.dispose();
        }
        return image;
    }

    /** Without the words. */
    public BufferedImage background() {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        try {
            canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            Palette palette = Palette.of(prompt, seed);
            sky(canvas, palette);
            discs(canvas, palette, new SplittableRandom(seed * 31 + prompt.hashCode()));
        } finally {
            canvas.dispose();
        }
        return image;
    }

    /** Whole rows of one colour: quick to fill, and next to nothing once compressed. */
    private void sky(Graphics2D canvas, Palette palette) {
        for (int y = 0; y < height; y++) {
            canvas.setColor(palette.between(height == 1 ? 0 : (double) y / (height - 1)));
            canvas.fillRect(0, y, width, 1);
        }
    }

    private void discs(Graphics2D canvas, Palette palette, SplittableRandom random) {
        int side = Math.min(width, height);
        disc(canvas, palette.light(), 230, 0.5 + random.nextDouble() * 0.35, 0.25, side * 0.16);
        disc(canvas, palette.accent(), 120, random.nextDouble() * 0.5, 0.45, side * 0.28);
        disc(canvas, palette.top(), 150, random.nextDouble(), 1.12, side * 0.55);
        disc(canvas, palette.top().darker(), 170, random.nextDouble(), 1.25, side * 0.60);
    }

    private void disc(Graphics2D canvas, Color colour, int alpha, double x, double y, double radius) {
        canvas.setColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), alpha));
        canvas.fillOval((int) (x * width - radius), (int) (y * height - radius), (int) (2 * radius),
                (int) (2 * radius));
    }
}
