package dev.atelier.mesh.picture;

/** Between the numbers in picture files and amounts of light. */
public final class Srgb {

    private static final float[] LINEAR = new float[256];
    private static final byte[] ENCODED = new byte[4097];

    static {
        for (int i = 0; i < 256; i++) {
            double c = i / 255.0;
            LINEAR[i] = (float) (c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4));
        }
        for (int i = 0; i <= 4096; i++) {
            double c = i / 4096.0;
            double encoded = c <= 0.0031308 ? c * 12.92 : 1.055 * Math.pow(c, 1 / 2.4) - 0.055;
            ENCODED[i] = (byte) Math.round(encoded * 255);
        }
    }

    private Srgb() {
    }

    public static float linear(int eightBits) {
        return LINEAR[eightBits & 255];
    }

    /** @return 0 to 255 */
    public static int encoded(float light) {
        return ENCODED[(int) (Math.clamp(light, 0f, 1f) * 4096 + 0.5f)] & 255;
    }
}
