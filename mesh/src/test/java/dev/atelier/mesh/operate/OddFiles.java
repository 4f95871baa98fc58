package dev.atelier.mesh.operate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import dev.atelier.mesh.Models;
import dev.atelier.mesh.problem.Problem;
import dev.atelier.mesh.write.WritingGlb;

/** Files that no operation takes, each with the code it is refused with. */
final class OddFiles {

    private static final String TRIANGLE = """
            {"asset":{"version":"2.0"},"buffers":[{"byteLength":36}],"bufferViews":[{"buffer":0,"byteLength":36}],
             "accessors":[{"bufferView":0,"componentType":5126,"count":COUNT,"type":"VEC3"}],
             "meshes":[{"primitives":[{"attributes":{"POSITION":0}}]}],"scenes":[{"nodes":[0]}],REST}
            """;
    private static final String NODE = "\"nodes\":[{\"mesh\":0}]";
    private static final float[] CORNERS = {0, 0, 0, 1, 0, 0, 0, 1, 0};

    private OddFiles() {
    }

    record Odd(byte[] bytes, Problem problem) {
    }

    static Map<String, Odd> all() {
        byte[] whole = WritingGlb.write(Models.painted(8, 12));
        Map<String, Odd> all = new LinkedHashMap<>();
        all.put("empty", new Odd(new byte[0], Problem.UNSUPPORTED_FORMAT));
        all.put("truncated", new Odd(Arrays.copyOf(whole, whole.length * 6 / 10), Problem.INVALID_MODEL));
        all.put("longer than it says", new Odd(Arrays.copyOf(whole, whole.length + 4), Problem.INVALID_MODEL));
        all.put("cyclic nodes", invalid("3", "\"nodes\":[{\"children\":[1]},{\"children\":[0],\"mesh\":0}]", CORNERS));
        all.put("accessor past its buffer", invalid("4", NODE, CORNERS));
        all.put("accessor of billions", invalid("2000000000", NODE, CORNERS));
        all.put("positions that are no numbers", invalid("3", NODE, new float[]{0, 0, Float.NaN, 1, 0, 0, 0, 1, 0}));
        all.put("unknown required extension", odd("3", NODE + ",\"extensionsRequired\":[\"ACME_unknown\"]", CORNERS,
                Problem.UNSUPPORTED_EXTENSION));
        all.put("picture elsewhere", odd("3", NODE + ",\"images\":[{\"uri\":\"../../etc/passwd\"}]", CORNERS,
                Problem.EXTERNAL_URI));
        all.put("more numbers than allowed", new Odd(glb(TRIANGLE.replace("\"bufferView\":0,\"componentType\":5126,"
                + "\"count\":COUNT", "\"componentType\":5126,\"count\":90000000").replace("REST", NODE), CORNERS),
                Problem.PAYLOAD_TOO_LARGE));
        all.put("picture called a model", new Odd(Models.checks(32), Problem.UNSUPPORTED_FORMAT));
        all.put("text called a model", new Odd("no model at all".getBytes(StandardCharsets.US_ASCII),
                Problem.UNSUPPORTED_FORMAT));
        all.put("zip bomb", new Odd(zip("model.obj", 64 << 20), Problem.UNSUPPORTED_FORMAT));
        all.put("path in a zip entry", new Odd(zip("../../evil.obj", 100), Problem.UNSUPPORTED_FORMAT));
        return all;
    }

    private static Odd invalid(String count, String rest, float[] corners) {
        return odd(count, rest, corners, Problem.INVALID_MODEL);
    }

    private static Odd odd(String count, String rest, float[] corners, Problem problem) {
        return new Odd(glb(TRIANGLE.replace("COUNT", count).replace("REST", rest), corners), problem);
    }

    static byte[] glb(String json, float[] corners) {
        byte[] text = json.getBytes(StandardCharsets.US_ASCII);
        int padded = text.length + 3 & ~3;
        ByteBuffer file = ByteBuffer.allocate(28 + padded + corners.length * 4).order(ByteOrder.LITTLE_ENDIAN);
        file.putInt(0x46546C67).putInt(2).putInt(file.capacity()).putInt(padded).putInt(0x4E4F534A).put(text);
        while (file.position() < 20 + padded) {
            file.put((byte) ' ');
        }
        file.putInt(corners.length * 4).putInt(0x004E4942);
        for (float corner : corners) {
            file.putFloat(corner);
        }
        return file.array();
    }

    private static byte[] zip(String name, int zeros) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(new byte[zeros]);
            zip.closeEntry();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
