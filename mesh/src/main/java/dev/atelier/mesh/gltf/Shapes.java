package dev.atelier.mesh.gltf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import dev.atelier.mesh.problem.RefusedModel;
import dev.atelier.mesh.scene.Shape;
import dev.atelier.mesh.scene.Topology;

/** A mesh's primitives as shapes, each mesh read once. */
final class Shapes {

    private static final String DRACO = "KHR_draco_mesh_compression";
    private static final int MOST_UV_SETS = 8;

    private final Document document;
    private final Accessors accessors;
    private final Buffers buffers;
    private final Decoding decoding;
    private final Budget budget;
    private final Map<Integer, List<Shape>> read = new HashMap<>();

    Shapes(Document document, Accessors accessors, Buffers buffers, Decoding decoding, Budget budget) {
        this.document = document;
        this.accessors = accessors;
        this.buffers = buffers;
        this.decoding = decoding;
        this.budget = budget;
    }

    List<Shape> ofMesh(int index) {
        List<Shape> known = read.get(index);
        if (known != null) {
            return known;
        }
        JsonNode mesh = document.at("meshes", index);
        List<Shape> shapes = new ArrayList<>();
        for (JsonNode primitive : mesh.path("primitives")) {
            shapes.add(shape(mesh.path("name").asText("mesh-" + index), primitive));
        }
        read.put(index, List.copyOf(shapes));
        return shapes;
    }

    private Shape shape(String name, JsonNode primitive) {
        int mode = primitive.path("mode").asInt(4);
        if (mode < 0 || mode > 6) {
            throw RefusedModel.invalid("a primitive of " + name + " has the unknown mode " + mode);
        }
        int material = Document.index(primitive, "material");
        if (material >= 0) {
            document.at("materials", material);
        }
        int morphs = primitive.path("targets").size();
        JsonNode packed = primitive.path("extensions").path(DRACO);
        return packed.isMissingNode()
                ? plain(name, primitive, Topology.values()[mode], material, morphs)
                : packed(name, primitive, packed, material, morphs);
    }

    private Shape plain(String name, JsonNode primitive, Topology topology, int material, int morphs) {
        JsonNode attributes = primitive.path("attributes");
        int position = Document.index(attributes, "POSITION");
        float[] positions = position < 0 ? new float[0] : finite(accessors.floats(position, 3), name);
        int vertices = positions.length / 3;
        int indices = Document.index(primitive, "indices");
        int[] corners = indices >= 0 ? accessors.indices(indices, vertices) : null;
        long cornerCount = corners == null ? vertices : corners.length;
        return new Shape(name, topology, positions, attribute(attributes, "NORMAL", 3, vertices),
                attribute(attributes, "TANGENT", 4, vertices), uvs(attributes, vertices), colors(attributes, vertices),
                Unrolling.triangles(topology, corners, vertices), topology.elements(cornerCount), material, morphs);
    }

    private Shape packed(String name, JsonNode primitive, JsonNode packed, int material, int morphs) {
        Map<String, Integer> ids = new LinkedHashMap<>();
        packed.path("attributes").properties().forEach(each -> ids.put(each.getKey(), each.getValue().asInt()));
        JsonNode claims = primitive.path("attributes");
        int vertices = accessors.count(Document.index(claims, "POSITION"));
        int color = Document.index(claims, "COLOR_0");
        Decoding.Draco mesh = decoding.draco(new Decoding.Packed(buffers.view(Document.index(packed, "bufferView")),
                ids, vertices, accessors.count(Document.index(primitive, "indices")),
                color < 0 ? 4 : accessors.width(color)));
        float[] positions = finite(meant(claims, "POSITION", mesh.positions()), name);
        if (positions.length / 3 != vertices) {
            throw RefusedModel.invalid("a primitive of " + name + " holds " + positions.length / 3
                    + " vertices where the file says " + vertices);
        }
        budget.values(positions.length + mesh.triangles().length);
        List<float[]> uvs = new ArrayList<>();
        for (float[] set : mesh.uvs()) {
            uvs.add(meant(claims, "TEXCOORD_" + uvs.size(), set));
        }
        return new Shape(name, Topology.TRIANGLES, positions, meant(claims, "NORMAL", mesh.normals()), null, uvs,
                meant(claims, "COLOR_0", mesh.colors()), mesh.triangles(), mesh.triangles().length / 3, material,
                morphs);
    }

    private float[] meant(JsonNode claims, String attribute, float[] values) {
        int accessor = Document.index(claims, attribute);
        return accessor < 0 ? values : accessors.meant(accessor, values);
    }

    private static float[] finite(float[] values, String name) {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw RefusedModel.invalid("a position of " + name + " is no finite number");
            }
        }
        return values;
    }

    private float[] attribute(JsonNode attributes, String which, int width, int vertices) {
        int index = Document.index(attributes, which);
        if (index < 0) {
            return null;
        }
        float[] values = accessors.floats(index, width);
        if (values.length != vertices * width) {
            throw RefusedModel.invalid(which + " has another count of elements than POSITION");
        }
        return values;
    }

    private List<float[]> uvs(JsonNode attributes, int vertices) {
        List<float[]> sets = new ArrayList<>();
        while (sets.size() < MOST_UV_SETS && attributes.has("TEXCOORD_" + sets.size())) {
            sets.add(attribute(attributes, "TEXCOORD_" + sets.size(), 2, vertices));
        }
        return List.copyOf(sets);
    }

    private float[] colors(JsonNode attributes, int vertices) {
        int index = Document.index(attributes, "COLOR_0");
        if (index < 0 || accessors.width(index) == 4) {
            return attribute(attributes, "COLOR_0", 4, vertices);
        }
        float[] rgb = attribute(attributes, "COLOR_0", 3, vertices);
        float[] rgba = new float[vertices * 4];
        for (int i = 0; i < vertices; i++) {
            System.arraycopy(rgb, i * 3, rgba, i * 4, 3);
            rgba[i * 4 + 3] = 1;
        }
        return rgba;
    }
}
