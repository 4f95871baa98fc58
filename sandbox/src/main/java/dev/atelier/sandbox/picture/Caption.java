package dev.atelier.sandbox.picture;

import dev.atelier.sandbox.script.Tags;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.ArrayList;
import java.util.List;

/** The prompt on a dark card in the lower part of a picture, as large as fits. */
public record Caption(String prompt, Lettering lettering) {
    private static final int LONGEST = 400;
    private static final Color CARD = new Color(16, 18, 28, 165);

    public void draw(Graphics2D canvas, int width, int height) {
        String text = shown();
        int margin = Math.max(2, Math.min(width, height) / 24);
        int room = width - 4 * margin;
        int lineHeight = Math.max(8, Math.min(width, height) / 14);
        List<String> lines = lines(text, lineHeight, room);
        while (lineHeight > 8 && lines.size() * lineHeight > height * 0.42) {
            lineHeight = Math.max(8, lineHeight * 4 / 5);
            lines = lines(text, lineHeight, room);
        }
        int fit = Math.max(1, (height - 3 * margin) / lineHeight);
        lines = lines.subList(0, Math.min(fit, lines.size()));
        card(canvas, width, height, margin, lines, lineHeight);
    }

    private void card(Graphics2D canvas, int width, int height, int margin, List<String> lines, int lineHeight) {
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        int cardHeight = lines.size() * lineHeight + margin;
        int top = height - margin - cardHeight;
        canvas.setColor(CARD);
        canvas.fillRoundRect(margin, top, width - 2 * margin, cardHeight, margin, margin);
        canvas.setColor(Color.WHITE);
        for (int i = 0; i < lines.size(); i++) {
            lettering.draw(canvas, lines.get(i), 2 * margin, top + margin / 2 + i * lineHeight, lineHeight);
        }
    }

    private String shown() {
        String bare = Tags.without(prompt).replaceAll("\\s+", " ");
        return bare.length() <= LONGEST ? bare : bare.substring(0, LONGEST) + "…";
    }

    /** Breaks at spaces; a word wider than the room (or text without spaces) breaks anywhere. */
    private List<String> lines(String text, int lineHeight, int room) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int lastSpace = -1;
        for (int at = 0; at < text.length();) {
            int codePoint = text.codePointAt(at);
            at += Character.charCount(codePoint);
            lastSpace = codePoint == ' ' ? line.length() : lastSpace;
            line.appendCodePoint(codePoint);
            boolean several = line.length() > Character.charCount(codePoint);
            if (several && codePoint != ' ' && lettering.width(line.toString(), lineHeight) > room) {
                int cut = lastSpace > 0 ? lastSpace : line.length() - Character.charCount(codePoint);
                lines.add(line.substring(0, cut));
                line.delete(0, lastSpace > 0 ? cut + 1 : cut);
                lastSpace = -1;
            }
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }
}
