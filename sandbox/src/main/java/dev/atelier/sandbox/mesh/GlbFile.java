package dev.atelier.sandbox.mesh;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atelier.sandbox.picture.Caption;
import dev.atelier.sandbox.picture.Lettering;
import dev.atelier.sandbox.picture.Painting;
import dev.atelier.sandbox.picture.PngFile;
import dev.atelier.sandbox.script.Tags;
import dev.atelier.sandbox.state.Json;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** A textured ball as binary glTF 2.0: metres, Y up, the texture inside. The bytes are always the same. */
public final class GlbFile {
    private static final int MAGIC = 0x46546C67;
    private static final int JSON_CHUNK = 0x4E4F534A;
    private static final int BINARY_CHUNK = 0x004E4942;
    private static final int FLOATS = 5126;
    private static final int SHORTS = 5123;
    private static final int VERTEX_DATA = 34962;
    private static final int INDEX_DATA = 34963;
    private static final int SKIN_WIDTH = 512;
    private static final int SKIN_HEIGHT = 256;

    private final ObjectNode gltf = Json.object();
    private final ByteArrayOutputStream binary = new ByteArrayOutputStream();

    private GlbFile() {
    }

    /** @param detail rings of the ball; twice as many segments */
    public static byte[] encode(String prompt, int detail, long seed) {
        return new GlbFile().write(prompt, new Sphere(detail, 2 * detail), seed);
    }

    private byte[] write(String prompt, Sphere sphere, long seed) {
        gltf.putObject("asset").put("version", "2.0").put("generator", "Atelier sandbox");
        gltf.put("scene", 0).putArray("scenes").addObject().putArray("nodes").add(0);
        gltf.putArray("nodes").addObject().put("mesh", 0).put("name", name(prompt));
        int positions = accessor(sphere.positions(), FLOATS, sphere.vertices(), "VEC3", VERTEX_DATA);
        ObjectNode bounds = (ObjectNode) gltf.path("accessors").get(positions);
        bounds.putArray("min").add(-1).add(-1).add(-1);
        bounds.putArray("max").add(1).add(1).add(1);
        int normals = accessor(sphere.positions(), FLOATS, sphere.vertices(), "VEC3", VERTEX_DATA);
        int coordinates = accessor(sphere.textureCoordinates(), FLOATS, sphere.vertices(), "VEC2", VERTEX_DATA);
        int triangles = accessor(sphere.triangles(), SHORTS, sphere.indices(), "SCALAR", INDEX_DATA);
        ObjectNode primitive = gltf.putArray("meshes").addObject().putArray("primitives").addObject();
        primitive.put("mode", 4).put("material", 0).put("indices", triangles).putObject("attributes")
                .put("POSITION", positions).put("NORMAL", normals).put("TEXCOORD_0", coordinates);
        texture(PngFile.encode(skin(prompt, seed)));
        return file();
    }

    /** With the words near the equator, where they are seen. */
    private static BufferedImage skin(String prompt, long seed) {
        BufferedImage skin = new Painting(prompt, SKIN_WIDTH, SKIN_HEIGHT, seed).background();
        Graphics2D canvas = skin.createGraphics();
        try {
            new Caption(prompt, Lettering.best()).draw(canvas, SKIN_WIDTH, SKIN_HEIGHT * 2 / 3);
        } finally {
            canvas.dispose();
        }
        return skin;
    }

    private void texture(byte[] png) {
        gltf.putArray("images").addObject().put("mimeType", "image/png").put("bufferView", view(png, 0));
        gltf.putArray("samplers").addObject().put("magFilter", 9729).put("minFilter", 9987).put("wrapS", 10497)
                .put("wrapT", 33071);
        gltf.putArray("textures").addObject().put("sampler", 0).put("source", 0);
        ObjectNode surface = gltf.putArray("materials").addObject().put("name", "ball")
                .putObject("pbrMetallicRoughness");
        surface.put("metallicFactor", 0).put("roughnessFactor", 0.7).putObject("baseColorTexture").put("index", 0);
    }

    private int accessor(ByteBuffer data, int component, int count, String type, int target) {
        ArrayNode accessors = gltf.withArray("accessors");
        accessors.addObject().put("bufferView", view(data.array(), target)).put("componentType", component)
                .put("count", count).put("type", type);
        return accessors.size() - 1;
    }

    private int view(byte[] data, int target) {
        ArrayNode views = gltf.withArray("bufferViews");
        ObjectNode view = views.addObject().put("buffer", 0).put("byteOffset", binary.size())
                .put("byteLength", data.length);
        if (target != 0) {
            view.put("target", target);
        }
        binary.writeBytes(padded(data, (byte) 0));
        return views.size() - 1;
    }

    private byte[] file() {
        gltf.putArray("buffers").addObject().put("byteLength", binary.size());
        byte[] json = padded(Json.bytes(gltf), (byte) ' ');
        int length = 12 + 8 + json.length + 8 + binary.size();
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN).putInt(MAGIC).putInt(2).putInt(length)
                .putInt(json.length).putInt(JSON_CHUNK).put(json).putInt(binary.size()).putInt(BINARY_CHUNK)
                .put(binary.toByteArray()).array();
    }

    /** Every chunk and every view starts at a multiple of four. */
    private static byte[] padded(byte[] data, byte with) {
        byte[] padded = Arrays.copyOf(data, (data.length + 3) / 4 * 4);
        Arrays.fill(padded, data.length, padded.length, with);
        return padded;
    }

    private static String name(String prompt) {
        String bare = Tags.without(prompt);
        return bare.length() <= 60 ? bare : bare.substring(0, 60);
    }
}
