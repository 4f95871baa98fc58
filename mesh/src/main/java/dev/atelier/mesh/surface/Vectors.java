package dev.atelier.mesh.surface;

/** Three floats as a vector. */
public final class Vectors {

    private Vectors() {
    }

    /** @return false when it has no direction; it is then unchanged */
    public static boolean normalise(float[] v) {
        float length = (float) Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
        if (!(length > 1e-12f) || !Float.isFinite(length)) {
            return false;
        }
        v[0] /= length;
        v[1] /= length;
        v[2] /= length;
        return true;
    }
}
