package dev.atelier.mesh.write;

import java.util.IdentityHashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.atelier.mesh.scene.UnitVectors;
import dev.atelier.mesh.scene.Matrix;
import dev.atelier.mesh.scene.Placed;
import dev.atelier.mesh.scene.Scene;
import dev.atelier.mesh.scene.Shape;

/** Writes a scene as .glb: flat, uncompressed, with nothing in it that is not shown. Shared shapes stay shared. */
public final class WritingGlb {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final ObjectNode root = JsonNodeFactory.instance.objectNode();
    private final Bin bin;
    private final MaterialJson materials;
    private final Map<Shape, Integer> meshes = new IdentityHashMap<>();

    private WritingGlb(Scene scene) {
        root.putObject("asset").put("version", "2.0").put("generator", "Atelier");
        bin = new Bin(root);
        materials = new MaterialJson(scene, root, bin);
    }

    public static byte[] write(Scene scene) {
        WritingGlb writing = new WritingGlb(scene);
        writing.nodes(scene);
        byte[] binary = writing.bin.bytes();
        if (binary.length > 0) {
            writing.root.putArray("buffers").addObject().put("byteLength", binary.length);
        }
        writing.root.properties().removeIf(each -> each.getValue().isArray() && each.getValue().isEmpty());
        return GlbBytes.join(json(writing.root), binary);
    }

    private static byte[] json(JsonNode root) {
        try {
            return MAPPER.writeValueAsBytes(root);
        } catch (com.fasterxml.jackson.core.JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void nodes(Scene scene) {
        ArrayNode list = root.putArray("meshes");
        ArrayNode nodes = root.putArray("nodes");
        ArrayNode shown = root.put("scene", 0).putArray("scenes").addObject().putArray("nodes");
        for (Placed placed : scene.placed()) {
            Shape shape = placed.shape();
            if (shape.faceCount() == 0) {
                continue;
            }
            Integer mesh = meshes.get(shape);
            if (mesh == null) {
                mesh = list.size();
                meshes.put(shape, mesh);
                primitive(shape, list.addObject().put("name", shape.name()).putArray("primitives").addObject());
            }
            shown.add(nodes.size());
            node(nodes.addObject().put("name", shape.name()).put("mesh", mesh), placed.world());
        }
        if (shown.isEmpty()) {
            ((ObjectNode) root.path("scenes").path(0)).remove("nodes");
        }
    }

    private static void node(ObjectNode node, Matrix world) {
        if (world != Matrix.IDENTITY) {
            ArrayNode columns = node.putArray("matrix");
            for (double value : world.columns()) {
                columns.add(value);
            }
        }
    }

    private void primitive(Shape shape, ObjectNode primitive) {
        ObjectNode attributes = primitive.putObject("attributes");
        attributes.put("POSITION", bin.floats(shape.positions(), 3, true));
        if (shape.normals() != null) {
            attributes.put("NORMAL", bin.floats(UnitVectors.of(shape.normals(), 3), 3, false));
        }
        if (shape.tangents() != null && shape.normals() != null) {
            attributes.put("TANGENT", bin.floats(UnitVectors.of(shape.tangents(), 4), 4, false));
        }
        for (int set = 0; set < shape.uvs().size(); set++) {
            attributes.put("TEXCOORD_" + set, bin.floats(shape.uvs().get(set), 2, false));
        }
        if (shape.colors() != null) {
            attributes.put("COLOR_0", bin.floats(shape.colors(), 4, false));
        }
        primitive.put("indices", bin.indices(shape.triangles(), shape.vertexCount()));
        int material = materials.index(shape.material());
        if (material >= 0) {
            primitive.put("material", material);
        }
    }
}
