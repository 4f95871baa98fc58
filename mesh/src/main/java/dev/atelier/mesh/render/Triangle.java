package dev.atelier.mesh.render;

/** A triangle on the screen, and what it weighs its corners at the pixel looked at. */
final class Triangle {

    int left;
    int right;
    int top;
    int bottom;
    /** Pixels. */
    float area;
    float wa;
    float wb;
    float wc;
    float nearness;

    private float ax;
    private float ay;
    private float bx;
    private float by;
    private float cx;
    private float cy;
    private float na;
    private float nb;
    private float nc;
    private float twice;

    /** @return false when it covers nothing */
    boolean set(float[] screen, int a, int b, int c, int side) {
        ax = screen[a];
        ay = screen[a + 1];
        bx = screen[b];
        by = screen[b + 1];
        cx = screen[c];
        cy = screen[c + 1];
        na = screen[a + 2];
        nb = screen[b + 2];
        nc = screen[c + 2];
        twice = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay);
        if (!(Math.abs(twice) > 1e-9f)) {
            return false;
        }
        area = Math.abs(twice) / 2;
        left = Math.max(0, (int) Math.ceil(Math.min(ax, Math.min(bx, cx)) - 0.5f));
        right = Math.min(side - 1, (int) Math.floor(Math.max(ax, Math.max(bx, cx)) - 0.5f));
        top = Math.max(0, (int) Math.ceil(Math.min(ay, Math.min(by, cy)) - 0.5f));
        bottom = Math.min(side - 1, (int) Math.floor(Math.max(ay, Math.max(by, cy)) - 0.5f));
        return left <= right && top <= bottom;
    }

    /** Weights are right in perspective, not only on the screen. */
    boolean covers(int x, int y) {
        float px = x + 0.5f;
        float py = y + 0.5f;
        float sb = ((px - ax) * (cy - ay) - (cx - ax) * (py - ay)) / twice;
        float sc = ((bx - ax) * (py - ay) - (px - ax) * (by - ay)) / twice;
        float sa = 1 - sb - sc;
        if (sa < 0 || sb < 0 || sc < 0) {
            return false;
        }
        nearness = sa * na + sb * nb + sc * nc;
        wa = sa * na / nearness;
        wb = sb * nb / nearness;
        wc = sc * nc / nearness;
        return true;
    }
}
