package dev.atelier.mesh.scene;

/** Vectors of length one, as formats want them; a vector without direction points up. */
public final class UnitVectors {

    private UnitVectors() {
    }

    /** @param width numbers an element, of which the first three are the vector; a fourth becomes 1 or -1 */
    public static float[] of(float[] vectors, int width) {
        float[] unit = vectors.clone();
        for (int i = 0; i < unit.length; i += width) {
            double length = Math.sqrt((double) unit[i] * unit[i] + (double) unit[i + 1] * unit[i + 1]
                    + (double) unit[i + 2] * unit[i + 2]);
            boolean usable = length > 1e-20 && Double.isFinite(length);
            for (int k = 0; k < 3; k++) {
                unit[i + k] = usable ? (float) (unit[i + k] / length) : k == 1 ? 1 : 0;
            }
            if (width == 4) {
                unit[i + 3] = unit[i + 3] < 0 ? -1 : 1;
            }
        }
        return unit;
    }
}
