package dev.atelier.mesh.gltf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import dev.atelier.mesh.problem.Problem;
import dev.atelier.mesh.problem.RefusedModel;

/** The bytes behind buffers and buffer views: the binary part and data URIs; other addresses are never followed. */
final class Buffers {

    private static final String MESHOPT = "EXT_meshopt_compression";

    private final Document document;
    private final ByteBuffer binary;
    private final Decoding decoding;
    private final Budget budget;
    private final Map<Integer, ByteBuffer> buffers = new HashMap<>();
    private final Map<Integer, ByteBuffer> unpacked = new HashMap<>();

    Buffers(Document document, ByteBuffer binary, Decoding decoding, Budget budget) {
        this.document = document;
        this.binary = binary;
        this.decoding = decoding;
        this.budget = budget;
    }

    /** Refuses every address before anything is read, also where no shape uses it. */
    void refuseExternals() {
        for (String list : new String[]{"buffers", "images"}) {
            for (JsonNode item : document.root().path(list)) {
                String uri = item.path("uri").asText("");
                if (!uri.isEmpty() && !uri.startsWith("data:")) {
                    throw new RefusedModel(Problem.EXTERNAL_URI, list + " points at another file (" + shortened(uri)
                            + "): pack everything into one .glb");
                }
            }
        }
    }

    private static String shortened(String uri) {
        return uri.length() <= 80 ? uri : uri.substring(0, 80) + "…";
    }

    /** A view's bytes, decompressed where it is compressed. */
    ByteBuffer view(int index) {
        JsonNode view = document.at("bufferViews", index);
        JsonNode packed = view.path("extensions").path(MESHOPT);
        return packed.isMissingNode() ? slice(view) : unpacked.computeIfAbsent(index, ignored -> unpack(packed));
    }

    int stride(int index) {
        JsonNode view = document.at("bufferViews", index);
        JsonNode packed = view.path("extensions").path(MESHOPT);
        return (int) Document.size(packed.isMissingNode() ? view : packed, "byteStride", 0);
    }

    private ByteBuffer unpack(JsonNode packed) {
        long count = Document.size(packed, "count", 0);
        long stride = Document.size(packed, "byteStride", 0);
        if (stride == 0 || stride > 256) {
            throw RefusedModel.invalid("a compressed buffer view has no usable byteStride");
        }
        budget.values(Math.multiplyExact(Math.min(count, Integer.MAX_VALUE), stride) / 4);
        return decoding.meshopt(slice(packed), (int) count, (int) stride, packed.path("mode").asText(""),
                packed.path("filter").asText("NONE"));
    }

    private ByteBuffer slice(JsonNode view) {
        ByteBuffer buffer = buffer(Document.index(view, "buffer"));
        long offset = Document.size(view, "byteOffset", 0);
        long length = Document.size(view, "byteLength", 0);
        if (offset > buffer.limit() || length > buffer.limit() - offset) {
            throw RefusedModel.invalid("a buffer view reaches behind the end of its buffer");
        }
        return buffer.slice((int) offset, (int) length).order(ByteOrder.LITTLE_ENDIAN);
    }

    private ByteBuffer buffer(int index) {
        ByteBuffer known = buffers.get(index);
        if (known != null) {
            return known;
        }
        JsonNode buffer = document.at("buffers", index);
        ByteBuffer bytes = buffer.has("uri") ? ByteBuffer.wrap(dataUri(buffer.path("uri").asText())) : binary;
        if (bytes == null || index > 0 && !buffer.has("uri")) {
            throw RefusedModel.invalid("buffers[" + index + "] has no bytes");
        }
        if (Document.size(buffer, "byteLength", 0) > bytes.limit()) {
            throw RefusedModel.invalid("buffers[" + index + "] claims more bytes than there are");
        }
        buffers.put(index, bytes);
        return bytes;
    }

    static byte[] dataUri(String uri) {
        int comma = uri.indexOf(',');
        if (comma < 0 || !uri.substring(0, comma).endsWith(";base64")) {
            throw RefusedModel.invalid("a data URI is not base64");
        }
        try {
            return Base64.getDecoder().decode(uri.substring(comma + 1));
        } catch (IllegalArgumentException wrong) {
            throw new RefusedModel(Problem.INVALID_MODEL, "a data URI is not base64", wrong);
        }
    }
}
