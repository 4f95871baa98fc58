package dev.atelier.mesh.gltf;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import dev.atelier.mesh.problem.RefusedModel;
import dev.atelier.mesh.scene.Facts;
import dev.atelier.mesh.scene.Matrix;
import dev.atelier.mesh.scene.Placed;
import dev.atelier.mesh.scene.Shape;

/** Puts the shapes of all nodes that are shown into the world. */
final class Placing {

    private static final String INSTANCES = "EXT_mesh_gpu_instancing";

    private final Document document;
    private final Accessors accessors;
    private final Nodes nodes;
    private final Shapes shapes;
    private final Skins skins;
    private final Budget budget;
    private final List<Placed> placed = new ArrayList<>();
    private int mostInfluences;

    Placing(Document document, Accessors accessors, Nodes nodes, Shapes shapes, Budget budget) {
        this.document = document;
        this.accessors = accessors;
        this.nodes = nodes;
        this.shapes = shapes;
        this.skins = new Skins(document, accessors, nodes);
        this.budget = budget;
    }

    List<Placed> placed() {
        for (int node : nodes.shown()) {
            budget.node();
            JsonNode described = document.at("nodes", node);
            int mesh = Document.index(described, "mesh");
            Matrix world = nodes.world(node);
            if (mesh >= 0) {
                node(described, mesh, world);
            }
        }
        return List.copyOf(placed);
    }

    private void node(JsonNode node, int mesh, Matrix world) {
        int skin = Document.index(node, "skin");
        JsonNode instances = node.path("extensions").path(INSTANCES).path("attributes");
        List<Matrix> places = instances.isMissingNode() ? List.of(world) : instances(instances, world);
        List<Shape> all = shapes.ofMesh(mesh);
        for (int i = 0; i < all.size(); i++) {
            Shape shape = all.get(i);
            JsonNode attributes = document.at("meshes", mesh).path("primitives").path(i).path("attributes");
            budget.faces((long) shape.faceCount() * places.size());
            if (skin >= 0 && attributes.has("JOINTS_0")) {
                mostInfluences = Math.max(mostInfluences, attributes.has("JOINTS_1") ? 8 : 4);
                placed.add(new Placed(skins.posed(shape, attributes, skin), Matrix.IDENTITY));
            } else {
                places.forEach(place -> placed.add(new Placed(shape, place)));
            }
        }
    }

    private List<Matrix> instances(JsonNode attributes, Matrix world) {
        float[] t = values(attributes, "TRANSLATION", 3);
        float[] r = values(attributes, "ROTATION", 4);
        float[] s = values(attributes, "SCALE", 3);
        int count = t != null ? t.length / 3 : r != null ? r.length / 4 : s != null ? s.length / 3 : 0;
        if (t != null && t.length != count * 3 || r != null && r.length != count * 4
                || s != null && s.length != count * 3) {
            throw RefusedModel.invalid("the attributes of an instanced node differ in their counts");
        }
        List<Matrix> places = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            budget.node();
            places.add(world.times(Matrix.of(part(t, i, 0, 0, 0), part(r, i, 0, 0, 0, 1), part(s, i, 1, 1, 1))));
        }
        return places;
    }

    private float[] values(JsonNode attributes, String which, int width) {
        int index = Document.index(attributes, which);
        return index < 0 ? null : accessors.floats(index, width);
    }

    private static double[] part(float[] values, int element, double... otherwise) {
        double[] part = otherwise.clone();
        for (int i = 0; values != null && i < part.length; i++) {
            part[i] = values[element * part.length + i];
        }
        return part;
    }

    Facts facts(String format) {
        return new Facts(format, document.count("nodes"), document.count("skins"), document.count("animations"),
                mostInfluences, document.words("extensionsUsed").contains("FB_ngon_encoding"),
                document.words("extensionsUsed"), document.words("extensionsRequired"));
    }
}
