package dev.atelier.sandbox.film;

import dev.atelier.sandbox.picture.Caption;
import dev.atelier.sandbox.picture.Lettering;
import dev.atelier.sandbox.picture.Painting;
import dev.atelier.sandbox.picture.Palette;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** A small moving picture: a ball crosses the painting of the prompt, and a bar below shows the time. */
public record Film(String prompt, int width, int height, int seconds, long seed) {
    public static final int FRAMES_PER_SECOND = 8;
    /** Pixels; real clips are larger, but nobody wants to wait for them here. */
    private static final int LONGER_SIDE = 320;

    /** A film of a shape such as 1280 x 720, scaled down to even sides. */
    public static Film shaped(String prompt, int width, int height, int seconds, long seed) {
        double scale = (double) LONGER_SIDE / Math.max(width, height);
        return new Film(prompt, even(width * scale), even(height * scale), Math.max(1, seconds), seed);
    }

    public int frames() {
        return seconds * FRAMES_PER_SECOND;
    }

    public BufferedImage lastFrame() {
        return frame(scene(), frames() - 1);
    }

    /** What stands still in every frame. */
    BufferedImage scene() {
        BufferedImage scene = new Painting(prompt, width, height, seed).background();
        Graphics2D canvas = scene.createGraphics();
        try {
            new Caption(prompt, Lettering.best()).draw(canvas, width, height * 17 / 18);
        } finally {
            canvas.dispose();
        }
        return scene;
    }

    BufferedImage frame(BufferedImage scene, int number) {
        BufferedImage frame = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = frame.createGraphics();
        try {
            canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            canvas.drawImage(scene, 0, 0, null);
            double part = frames() == 1 ? 1 : (double) number / (frames() - 1);
            int ball = Math.min(width, height) / 7;
            double bounce = Math.abs(Math.sin(part * Math.PI * seconds));
            canvas.setColor(Palette.of(prompt, seed).accent());
            canvas.fillOval((int) (part * (width - ball)), (int) ((1 - bounce) * height / 3), ball, ball);
            canvas.setColor(Color.WHITE);
            canvas.fillRect(0, height - height / 36 - 1, (int) (part * width), height / 36 + 1);
        } finally {
            canvas.dispose();
        }
        return frame;
    }

    private static int even(double length) {
        return Math.max(16, (int) Math.round(length / 2) * 2);
    }
}
