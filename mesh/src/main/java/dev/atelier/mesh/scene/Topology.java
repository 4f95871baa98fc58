package dev.atelier.mesh.scene;

/** What the corners of a primitive are joined to; the ordinal is glTF's mode. */
public enum Topology {
    POINTS, LINES, LINE_LOOP, LINE_STRIP, TRIANGLES, TRIANGLE_STRIP, TRIANGLE_FAN;

    public boolean hasFaces() {
        return ordinal() >= TRIANGLES.ordinal();
    }

    /** How many points, segments or triangles this many corners make. */
    public long elements(long corners) {
        return switch (this) {
            case POINTS -> corners;
            case LINES -> corners / 2;
            case LINE_LOOP -> corners < 2 ? 0 : corners;
            case LINE_STRIP -> Math.max(0, corners - 1);
            case TRIANGLES -> corners / 3;
            case TRIANGLE_STRIP, TRIANGLE_FAN -> Math.max(0, corners - 2);
        };
    }
}
