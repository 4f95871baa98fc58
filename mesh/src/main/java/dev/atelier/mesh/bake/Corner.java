package dev.atelier.mesh.bake;

/** The point of a triangle that is nearest to a point; Ericson, Real-Time Collision Detection, 5.1.5. */
final class Corner {

    /** How much the second and the third corner count there. */
    float b;
    float c;
    /** Squared. */
    float distance;

    void nearest(float[] t, int at, float x, float y, float z) {
        float abx = t[at + 3] - t[at];
        float aby = t[at + 4] - t[at + 1];
        float abz = t[at + 5] - t[at + 2];
        float acx = t[at + 6] - t[at];
        float acy = t[at + 7] - t[at + 1];
        float acz = t[at + 8] - t[at + 2];
        float apx = x - t[at];
        float apy = y - t[at + 1];
        float apz = z - t[at + 2];
        weigh(abx * apx + aby * apy + abz * apz, acx * apx + acy * apy + acz * apz, abx * abx + aby * aby + abz * abz,
                abx * acx + aby * acy + abz * acz, acx * acx + acy * acy + acz * acz);
        float dx = apx - b * abx - c * acx;
        float dy = apy - b * aby - c * acy;
        float dz = apz - b * abz - c * acz;
        distance = dx * dx + dy * dy + dz * dz;
    }

    /** From the products of the edges from the first corner with each other and with the way to the point. */
    private void weigh(float d1, float d2, float bb, float bc, float cc) {
        if (d1 <= 0 && d2 <= 0) {
            set(0, 0);
            return;
        }
        float d3 = d1 - bb;
        float d4 = d2 - bc;
        if (d3 >= 0 && d4 <= d3) {
            set(1, 0);
            return;
        }
        float vc = d1 * d4 - d3 * d2;
        if (vc <= 0 && d1 >= 0 && d3 <= 0) {
            set(d1 / (d1 - d3), 0);
            return;
        }
        float d5 = d1 - bc;
        float d6 = d2 - cc;
        if (d6 >= 0 && d5 <= d6) {
            set(0, 1);
            return;
        }
        float vb = d5 * d2 - d1 * d6;
        if (vb <= 0 && d2 >= 0 && d6 <= 0) {
            set(0, d2 / (d2 - d6));
            return;
        }
        float va = d3 * d6 - d5 * d4;
        if (va <= 0 && d4 - d3 >= 0 && d5 - d6 >= 0) {
            float along = (d4 - d3) / (d4 - d3 + (d5 - d6));
            set(1 - along, along);
            return;
        }
        float whole = va + vb + vc;
        set(vb / whole, vc / whole);
    }

    private void set(float b, float c) {
        this.b = Float.isFinite(b) ? b : 0;
        this.c = Float.isFinite(c) ? c : 0;
    }

    boolean faces(float[] t, int at, float[] n) {
        float ux = t[at + 3] - t[at];
        float uy = t[at + 4] - t[at + 1];
        float uz = t[at + 5] - t[at + 2];
        float vx = t[at + 6] - t[at];
        float vy = t[at + 7] - t[at + 1];
        float vz = t[at + 8] - t[at + 2];
        return (uy * vz - uz * vy) * n[0] + (uz * vx - ux * vz) * n[1] + (ux * vy - uy * vx) * n[2] > 0;
    }
}
