package dev.atelier.mesh.scene;

/** A 4×4 affine transform, column-major as glTF writes it, in doubles. Immutable. */
public final class Matrix {

    public static final Matrix IDENTITY = new Matrix(new double[]{1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1});

    private final double[] m;

    private Matrix(double[] m) {
        this.m = m;
    }

    /** @param columns 16 values, column by column */
    public static Matrix of(double... columns) {
        if (columns.length != 16) {
            throw new IllegalArgumentException("a matrix has 16 values, not " + columns.length);
        }
        return new Matrix(columns.clone());
    }

    /** @param t translation @param q rotation, a quaternion x y z w @param s scale */
    public static Matrix of(double[] t, double[] q, double[] s) {
        double length = Math.sqrt(q[0] * q[0] + q[1] * q[1] + q[2] * q[2] + q[3] * q[3]);
        double n = length == 0 ? 1 : length;
        double x = q[0] / n;
        double y = q[1] / n;
        double z = q[2] / n;
        double w = length == 0 ? 1 : q[3] / n;
        return new Matrix(new double[]{(1 - 2 * (y * y + z * z)) * s[0], 2 * (x * y + z * w) * s[0],
                2 * (x * z - y * w) * s[0], 0, 2 * (x * y - z * w) * s[1], (1 - 2 * (x * x + z * z)) * s[1],
                2 * (y * z + x * w) * s[1], 0, 2 * (x * z + y * w) * s[2], 2 * (y * z - x * w) * s[2],
                (1 - 2 * (x * x + y * y)) * s[2], 0, t[0], t[1], t[2], 1});
    }

    public Matrix times(Matrix other) {
        double[] product = new double[16];
        for (int column = 0; column < 4; column++) {
            for (int row = 0; row < 4; row++) {
                double sum = 0;
                for (int k = 0; k < 4; k++) {
                    sum += m[k * 4 + row] * other.m[column * 4 + k];
                }
                product[column * 4 + row] = sum;
            }
        }
        return new Matrix(product);
    }

    public double x(double x, double y, double z) {
        return m[0] * x + m[4] * y + m[8] * z + m[12];
    }

    public double y(double x, double y, double z) {
        return m[1] * x + m[5] * y + m[9] * z + m[13];
    }

    public double z(double x, double y, double z) {
        return m[2] * x + m[6] * y + m[10] * z + m[14];
    }

    /** Of the linear part; negative: the transform mirrors, so windings turn over. */
    public double determinant() {
        return m[0] * (m[5] * m[10] - m[9] * m[6]) - m[4] * (m[1] * m[10] - m[9] * m[2])
                + m[8] * (m[1] * m[6] - m[5] * m[2]);
    }

    /** Nine values, column-major: how normals turn (cofactors: the inverse transpose but for a factor). */
    public double[] forNormals() {
        double sign = determinant() < 0 ? -1 : 1;
        return new double[]{sign * (m[5] * m[10] - m[9] * m[6]), sign * (m[8] * m[6] - m[4] * m[10]),
                sign * (m[4] * m[9] - m[8] * m[5]), sign * (m[9] * m[2] - m[1] * m[10]),
                sign * (m[0] * m[10] - m[8] * m[2]), sign * (m[8] * m[1] - m[0] * m[9]),
                sign * (m[1] * m[6] - m[5] * m[2]), sign * (m[4] * m[2] - m[0] * m[6]),
                sign * (m[0] * m[5] - m[4] * m[1])};
    }

    public double[] columns() {
        return m.clone();
    }

    public boolean finite() {
        for (double value : m) {
            if (!Double.isFinite(value)) {
                return false;
            }
        }
        return true;
    }
}
