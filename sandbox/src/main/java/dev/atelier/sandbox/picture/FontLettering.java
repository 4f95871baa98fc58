package dev.atelier.sandbox.picture;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.util.Optional;

/** The machine's own fonts; the logical one also finds Chinese letters where there are some. */
record FontLettering(Font font) implements Lettering {
    static final Optional<FontLettering> FOUND = find();

    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    /** Without fontconfig or freetype a JDK fails in many ways, errors among them, once text is really measured. */
    private static Optional<FontLettering> find() {
        try {
            Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 1);
            font.deriveFont(20f).getStringBounds("probe", new FontRenderContext(null, true, true));
            return Optional.of(new FontLettering(font));
        } catch (RuntimeException | InternalError | LinkageError noFonts) {
            return Optional.empty();
        }
    }

    @Override
    public int width(String text, int lineHeight) {
        return (int) Math.ceil(sized(lineHeight).getStringBounds(text, CONTEXT).getWidth());
    }

    @Override
    public void draw(Graphics2D canvas, String text, int left, int top, int lineHeight) {
        canvas.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        canvas.setFont(sized(lineHeight));
        canvas.drawString(text, left, top + lineHeight * 4 / 5);
    }

    private Font sized(int lineHeight) {
        return font.deriveFont(lineHeight * 0.78f);
    }
}
