package dev.atelier.mesh.write;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import dev.atelier.mesh.scene.InWorld;
import dev.atelier.mesh.scene.Placed;
import dev.atelier.mesh.scene.Scene;

/** Binary STL for printing: millimetres, +Z up (x, y, z of the scene become x, -z, y, times 1000). */
public final class WritingStl {

    private static final int HEADER = 84;
    private static final int FACE = 50;

    private WritingStl() {
    }

    public static byte[] write(Scene scene) {
        int faces = Math.toIntExact(scene.withFaces("stl").faceCount());
        ByteBuffer file = ByteBuffer.allocate(HEADER + FACE * faces).order(ByteOrder.LITTLE_ENDIAN);
        file.put("Atelier, millimetres, Z up".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        file.position(80).putInt(faces);
        for (Placed placed : InWorld.solid(scene)) {
            InWorld baked = InWorld.of(placed);
            for (int t = 0; t < baked.triangles().length; t += 3) {
                face(file, baked, t);
            }
        }
        return file.array();
    }

    private static void face(ByteBuffer file, InWorld baked, int t) {
        double[][] corners = new double[3][];
        for (int k = 0; k < 3; k++) {
            int v = baked.triangles()[t + k] * 3;
            corners[k] = new double[]{baked.positions()[v] * 1000.0, baked.positions()[v + 2] * -1000.0,
                    baked.positions()[v + 1] * 1000.0};
        }
        for (double value : normal(corners)) {
            file.putFloat((float) value);
        }
        for (double[] corner : corners) {
            file.putFloat((float) corner[0]).putFloat((float) corner[1]).putFloat((float) corner[2]);
        }
        file.putShort((short) 0);
    }

    private static double[] normal(double[][] c) {
        double[] n = new double[3];
        for (int k = 0; k < 3; k++) {
            int a = (k + 1) % 3;
            int b = (k + 2) % 3;
            n[k] = (c[1][a] - c[0][a]) * (c[2][b] - c[0][b]) - (c[1][b] - c[0][b]) * (c[2][a] - c[0][a]);
        }
        double length = Math.sqrt(n[0] * n[0] + n[1] * n[1] + n[2] * n[2]);
        for (int k = 0; k < 3 && length > 0; k++) {
            n[k] /= length;
        }
        return n;
    }
}
