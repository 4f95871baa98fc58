package dev.atelier.mesh.engine;

import static org.lwjgl.assimp.Assimp.aiGetErrorString;
import static org.lwjgl.assimp.Assimp.aiImportFileFromMemory;
import static org.lwjgl.assimp.Assimp.aiReleaseImport;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.lwjgl.BufferUtils;
import org.lwjgl.assimp.AIMesh;
import org.lwjgl.assimp.AIScene;

import dev.atelier.mesh.gltf.Decoding;
import dev.atelier.mesh.problem.RefusedModel;

/**
 * The Draco decoder within assimp, reached by handing it a .glb that holds one primitive and nothing else; what assimp
 * would make of the whole file (joined vertices, an extra material) is of no use to us.
 */
final class DracoByAssimp {

    private DracoByAssimp() {
    }

    static Decoding.Draco decode(Decoding.Packed packed) {
        byte[] glb = glb(packed);
        ByteBuffer file = BufferUtils.createByteBuffer(glb.length).put(glb).flip();
        AIScene scene = aiImportFileFromMemory(file, 0, "glb");
        if (scene == null) {
            throw RefusedModel.invalid("a Draco mesh cannot be decoded: " + aiGetErrorString());
        }
        try {
            if (scene.mNumMeshes() != 1) {
                throw RefusedModel.invalid("a Draco mesh holds no mesh");
            }
            return mesh(AIMesh.create(scene.mMeshes().get(0)));
        } finally {
            aiReleaseImport(scene);
        }
    }

    private static Decoding.Draco mesh(AIMesh mesh) {
        AssimpMesh read = new AssimpMesh(mesh);
        List<float[]> uvs = new ArrayList<>();
        for (int set = 0; set < 8 && mesh.mTextureCoords(set) != null; set++) {
            uvs.add(read.uvs(set));
        }
        return new Decoding.Draco(read.positions(), read.normals(), uvs.toArray(float[][]::new), read.colors(),
                read.triangles());
    }

    private static byte[] glb(Decoding.Packed packed) {
        StringBuilder accessors = new StringBuilder("{\"componentType\":5125,\"type\":\"SCALAR\",\"count\":"
                + packed.indices() + "}");
        StringBuilder names = new StringBuilder();
        StringBuilder ids = new StringBuilder();
        int index = 1;
        for (var each : packed.attributes().entrySet()) {
            String type = type(each.getKey(), packed.colorWidth());
            if (type == null) {
                continue;
            }
            accessors.append(",{\"componentType\":5126,\"type\":\"").append(type).append("\",\"count\":")
                    .append(packed.vertices()).append('}');
            String comma = index == 1 ? "" : ",";
            names.append(comma).append('"').append(each.getKey()).append("\":").append(index++);
            ids.append(comma).append('"').append(each.getKey()).append("\":").append(each.getValue());
        }
        return join("""
                {"asset":{"version":"2.0"},"extensionsUsed":["KHR_draco_mesh_compression"],
                 "extensionsRequired":["KHR_draco_mesh_compression"],"buffers":[{"byteLength":%d}],
                 "bufferViews":[{"buffer":0,"byteLength":%d}],"accessors":[%s],
                 "meshes":[{"primitives":[{"indices":0,"attributes":{%s},"extensions":{"KHR_draco_mesh_compression":
                 {"bufferView":0,"attributes":{%s}}}}]}],"nodes":[{"mesh":0}],"scenes":[{"nodes":[0]}],"scene":0}
                """.formatted(packed.bytes().remaining(), packed.bytes().remaining(), accessors, names, ids),
                packed.bytes());
    }

    /** Null: not wanted. */
    private static String type(String attribute, int colorWidth) {
        if (attribute.equals("POSITION") || attribute.equals("NORMAL")) {
            return "VEC3";
        }
        if (attribute.equals("COLOR_0")) {
            return colorWidth == 3 ? "VEC3" : "VEC4";
        }
        return attribute.matches("TEXCOORD_[0-7]") ? "VEC2" : null;
    }

    private static byte[] join(String json, ByteBuffer bytes) {
        byte[] text = json.getBytes(StandardCharsets.US_ASCII);
        int padded = text.length + 3 & ~3;
        int binary = bytes.remaining() + 3 & ~3;
        ByteBuffer head = ByteBuffer.allocate(20 + padded + 8 + binary).order(ByteOrder.LITTLE_ENDIAN);
        head.putInt(0x46546C67).putInt(2).putInt(head.capacity()).putInt(padded).putInt(0x4E4F534A).put(text);
        while (head.position() < 20 + padded) {
            head.put((byte) ' ');
        }
        head.putInt(binary).putInt(0x004E4942).put(bytes.duplicate());
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(head.array());
        return whole.toByteArray();
    }
}
