package dev.atelier.sandbox.picture;

import java.awt.Graphics2D;

/** Draws one line of text. A machine without a single font still gets letters. */
public sealed interface Lettering permits FontLettering, DotLettering {

    /** Pixels a text takes at this line height. */
    int width(String text, int lineHeight);

    /** Draws with {@code top} as the upper edge of the line. */
    void draw(Graphics2D canvas, String text, int left, int top, int lineHeight);

    static Lettering best() {
        return FontLettering.FOUND.<Lettering>map(font -> font).orElseGet(DotLettering::new);
    }
}
