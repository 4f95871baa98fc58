package dev.atelier.mesh.write;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

import dev.atelier.mesh.scene.InWorld;
import dev.atelier.mesh.picture.Srgb;
import dev.atelier.mesh.scene.Placed;
import dev.atelier.mesh.scene.Scene;

/** Binary PLY, little-endian: the file's units and +Y up, with normals, s t and colours where any shape has them. */
public final class WritingPly {

    private WritingPly() {
    }

    public static byte[] write(Scene scene) {
        List<Placed> all = InWorld.solid(scene.withFaces("ply"));
        boolean normals = all.stream().allMatch(each -> each.shape().normals() != null);
        boolean uvs = all.stream().anyMatch(each -> each.shape().hasUv(0));
        boolean colors = all.stream().anyMatch(each -> each.shape().colors() != null);
        long vertices = all.stream().mapToLong(each -> each.shape().vertexCount()).sum();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(header(vertices, scene.faceCount(), normals, uvs, colors).getBytes(StandardCharsets.US_ASCII));
        all.forEach(each -> file.writeBytes(vertices(each, normals, uvs, colors)));
        int before = 0;
        for (Placed each : all) {
            file.writeBytes(faces(InWorld.of(each).triangles(), before));
            before += each.shape().vertexCount();
        }
        return file.toByteArray();
    }

    private static String header(long vertices, long faces, boolean normals, boolean uvs, boolean colors) {
        return "ply\nformat binary_little_endian 1.0\ncomment Atelier, Y up\nelement vertex " + vertices
                + "\nproperty float x\nproperty float y\nproperty float z\n"
                + (normals ? "property float nx\nproperty float ny\nproperty float nz\n" : "")
                + (uvs ? "property float s\nproperty float t\n" : "")
                + (colors
                        ? "property uchar red\nproperty uchar green\nproperty uchar blue\nproperty uchar alpha\n"
                        : "")
                + "element face " + faces + "\nproperty list uchar int vertex_indices\nend_header\n";
    }

    private static byte[] vertices(Placed placed, boolean normals, boolean uvs, boolean colors) {
        InWorld baked = InWorld.of(placed);
        int count = placed.shape().vertexCount();
        int each = 12 + (normals ? 12 : 0) + (uvs ? 8 : 0) + (colors ? 4 : 0);
        ByteBuffer bytes = ByteBuffer.allocate(count * each).order(ByteOrder.LITTLE_ENDIAN);
        for (int v = 0; v < count; v++) {
            put(bytes, baked.positions(), v * 3, 3);
            if (normals) {
                put(bytes, baked.normals(), v * 3, 3);
            }
            if (uvs) {
                float[] uv = placed.shape().hasUv(0) ? placed.shape().uvs().get(0) : null;
                bytes.putFloat(uv == null ? 0 : uv[v * 2]).putFloat(uv == null ? 0 : 1 - uv[v * 2 + 1]);
            }
            if (colors) {
                color(bytes, placed.shape().colors(), v * 4);
            }
        }
        return bytes.array();
    }

    private static void put(ByteBuffer bytes, float[] values, int at, int count) {
        for (int i = 0; i < count; i++) {
            bytes.putFloat(values[at + i]);
        }
    }

    private static void color(ByteBuffer bytes, float[] colors, int at) {
        for (int k = 0; k < 3; k++) {
            bytes.put((byte) (colors == null ? 255 : Srgb.encoded(colors[at + k])));
        }
        bytes.put((byte) (colors == null ? 255 : Math.round(Math.clamp(colors[at + 3], 0f, 1f) * 255)));
    }

    private static byte[] faces(int[] triangles, int before) {
        ByteBuffer bytes = ByteBuffer.allocate(triangles.length / 3 * 13).order(ByteOrder.LITTLE_ENDIAN);
        for (int t = 0; t < triangles.length; t += 3) {
            bytes.put((byte) 3).putInt(before + triangles[t]).putInt(before + triangles[t + 1])
                    .putInt(before + triangles[t + 2]);
        }
        return bytes.array();
    }
}
