package dev.atelier.mesh.render;

/**
 * How a picture is taken.
 *
 * @param size pixels a side, 16 to 2048
 * @param azimuth degrees around the model, 0 from its front (+Z)
 * @param elevation degrees above the ground, -89 to 89
 * @param background r g b a, each 0 to 255; a 0: transparent
 * @param light how strong everything is lit, 1 as usual
 */
public record View(int size, double azimuth, double elevation, int[] background, float light) {

    public static final int SMALLEST = 16;
    public static final int LARGEST = 2048;

    /** From the front, a little from the right and from above, on light grey. */
    public static View usual(int size) {
        return new View(size, 30, 18, new int[]{238, 240, 243, 255}, 1);
    }

    public View turned(double azimuth) {
        return new View(size, azimuth, elevation, background, light);
    }
}
