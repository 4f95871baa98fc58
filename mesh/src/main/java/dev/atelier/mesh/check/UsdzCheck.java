package dev.atelier.mesh.check;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The package's rules: stored, aligned, the layer first and with a default prim, every texture within. */
final class UsdzCheck {

    private static final Pattern TYPES = Pattern.compile("(?i)\\.(usda|usdc|usd|png|jpe?g|exr|avif|m4a|mp3|wav)$");
    private static final Pattern ASSET = Pattern.compile("@([^@\\n]{1,200})@");

    private UsdzCheck() {
    }

    static long faces(byte[] file) {
        ByteBuffer zip = Little.of(file);
        Set<String> names = new HashSet<>();
        String layer = null;
        boolean binary = false;
        int at = 0;
        while (at + 30 <= file.length && zip.getInt(at) == 0x04034b50) {
            int name = zip.getShort(at + 26) & 0xffff;
            int data = at + 30 + name + (zip.getShort(at + 28) & 0xffff);
            int length = zip.getInt(at + 18);
            if (zip.getShort(at + 8) != 0 || data % 64 != 0 || length < 0 || data + (long) length > file.length) {
                throw CheckingOutput.invalid("an entry of the usdz is compressed, not aligned to 64 bytes, or cut");
            }
            String title = new String(file, at + 30, name, StandardCharsets.US_ASCII);
            if (!TYPES.matcher(title).find()) {
                throw CheckingOutput.invalid("the usdz holds " + title + ", a type that no package may hold");
            }
            if (layer == null && isBinary(title, file, data)) {
                binary = true;
            }
            if (layer == null) {
                layer = title.endsWith(".usda") ? new String(file, data, length, StandardCharsets.US_ASCII) : "";
            }
            names.add(title);
            at = data + length;
        }
        if (binary) {
            return -1;
        }
        if (layer == null || !layer.contains("defaultPrim = \"")) {
            throw CheckingOutput.invalid("the usdz does not begin with a layer that has a default prim");
        }
        references(layer, names);
        return triangles(layer);
    }

    /** A layer in the binary form, of which only the head is read here. */
    private static boolean isBinary(String title, byte[] file, int data) {
        return title.endsWith(".usdc") && data + 8 <= file.length
                && new String(file, data, 8, StandardCharsets.US_ASCII).equals("PXR-USDC");
    }

    private static void references(String layer, Set<String> names) {
        Matcher asset = ASSET.matcher(layer);
        while (asset.find()) {
            if (!names.contains(asset.group(1))) {
                throw CheckingOutput.invalid("the usdz refers to " + asset.group(1) + ", which is not within");
            }
        }
    }

    private static long triangles(String layer) {
        long triangles = 0;
        int at = layer.indexOf("faceVertexCounts = [");
        while (at >= 0) {
            int end = layer.indexOf(']', at);
            for (int i = at + 20; i < end; i++) {
                triangles += layer.charAt(i) == '3' ? 1 : 0;
            }
            at = layer.indexOf("faceVertexCounts = [", end);
        }
        return triangles;
    }
}
