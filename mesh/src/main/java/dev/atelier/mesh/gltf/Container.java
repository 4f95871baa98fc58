package dev.atelier.mesh.gltf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.atelier.mesh.problem.Problem;
import dev.atelier.mesh.problem.RefusedModel;

/** The JSON of a .glb or .gltf, and a .glb's binary part (null where there is none). */
record Container(String format, JsonNode json, ByteBuffer binary) {

    private static final int MAGIC = 0x46546C67;
    private static final int JSON = 0x4E4F534A;
    private static final int BIN = 0x004E4942;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static Container open(byte[] file, Limits limits) {
        if (file.length > limits.bytes()) {
            throw RefusedModel.tooLarge("the file has " + file.length + " bytes, more than " + limits.bytes());
        }
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        if (file.length >= 4 && bytes.getInt(0) == MAGIC) {
            return glb(bytes, limits);
        }
        if (startsLikeJson(file)) {
            return new Container("gltf", document(bytes, limits), null);
        }
        throw new RefusedModel(Problem.UNSUPPORTED_FORMAT, "the file is neither .glb nor .gltf by its bytes");
    }

    private static boolean startsLikeJson(byte[] file) {
        for (byte each : file) {
            if (each != ' ' && each != '\t' && each != '\r' && each != '\n') {
                return each == '{';
            }
        }
        return false;
    }

    private static Container glb(ByteBuffer bytes, Limits limits) {
        if (bytes.limit() < 20) {
            throw RefusedModel.invalid("the file ends within its header");
        }
        int version = bytes.getInt(4);
        if (version != 2) {
            throw new RefusedModel(Problem.UNSUPPORTED_FORMAT, "glTF version " + version + " is not read, only 2");
        }
        if (Integer.toUnsignedLong(bytes.getInt(8)) != bytes.limit()) {
            throw RefusedModel.invalid("the header says " + Integer.toUnsignedString(bytes.getInt(8))
                    + " bytes, the file has " + bytes.limit() + ": it was cut short or altered");
        }
        ByteBuffer json = chunk(bytes, 12, JSON);
        int after = 20 + json.limit();
        ByteBuffer binary = after + 8 <= bytes.limit() && bytes.getInt(after + 4) == BIN
                ? chunk(bytes, after, BIN)
                : null;
        return new Container("glb", document(json, limits), binary);
    }

    private static ByteBuffer chunk(ByteBuffer bytes, int at, int type) {
        long length = Integer.toUnsignedLong(bytes.getInt(at));
        if (bytes.getInt(at + 4) != type || length > bytes.limit() - at - 8L) {
            throw RefusedModel.invalid("a chunk of the file ends behind the file's end, or is of the wrong type");
        }
        return bytes.slice(at + 8, (int) length).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static JsonNode document(ByteBuffer json, Limits limits) {
        if (json.limit() > limits.json()) {
            throw RefusedModel.tooLarge("the JSON part has more than " + limits.json() + " bytes");
        }
        byte[] text = new byte[json.limit()];
        json.get(0, text);
        JsonNode root;
        try {
            root = MAPPER.readTree(text);
        } catch (IOException unreadable) {
            throw new RefusedModel(Problem.INVALID_MODEL, "the JSON part cannot be read", unreadable);
        }
        if (root == null || !root.isObject() || !root.path("asset").path("version").asText("").startsWith("2.")) {
            throw new RefusedModel(Problem.UNSUPPORTED_FORMAT,
                    "the JSON part is no glTF 2 document: asset.version is not 2.x");
        }
        return root;
    }
}
