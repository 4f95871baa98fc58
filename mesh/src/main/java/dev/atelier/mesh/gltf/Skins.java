package dev.atelier.mesh.gltf;

import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import dev.atelier.mesh.problem.RefusedModel;
import dev.atelier.mesh.scene.Matrix;
import dev.atelier.mesh.scene.Shape;

/** Shapes as their skin holds them at rest: vertices moved to the world by their joints, as glTF wants it. */
final class Skins {

    private static final int PER_SET = 4;

    private final Document document;
    private final Accessors accessors;
    private final Nodes nodes;
    private final Map<Integer, Matrix[]> joints = new HashMap<>();

    Skins(Document document, Accessors accessors, Nodes nodes) {
        this.document = document;
        this.accessors = accessors;
        this.nodes = nodes;
    }

    /** The shape in world space; the same shape where the primitive names no joints. */
    Shape posed(Shape shape, JsonNode attributes, int skin) {
        Matrix[] bones = joints.computeIfAbsent(skin, this::bones);
        int vertices = shape.vertexCount();
        double[] sums = new double[vertices * 12];
        for (int set = 0; attributes.has("JOINTS_" + set) && set < 4; set++) {
            add(attributes, set, bones, sums, vertices);
        }
        float[] positions = shape.positions().clone();
        float[] normals = shape.normals() == null ? null : shape.normals().clone();
        for (int v = 0; v < vertices; v++) {
            move(sums, v, positions, 1);
            if (normals != null) {
                move(sums, v, normals, 0);
            }
        }
        return new Shape(shape.name(), shape.topology(), positions, normals, null, shape.uvs(), shape.colors(),
                shape.triangles(), shape.elements(), shape.material(), shape.morphTargets());
    }

    private Matrix[] bones(int skin) {
        JsonNode described = document.at("skins", skin);
        JsonNode list = described.path("joints");
        int inverse = Document.index(described, "inverseBindMatrices");
        float[] back = inverse < 0 ? null : accessors.floats(inverse, 16);
        if (back != null && back.length < list.size() * 16) {
            throw RefusedModel.invalid("skins[" + skin + "] has fewer matrices than joints");
        }
        Matrix[] bones = new Matrix[list.size()];
        for (int i = 0; i < bones.length; i++) {
            int joint = list.get(i).asInt(-1);
            document.at("nodes", joint);
            bones[i] = back == null ? nodes.world(joint) : nodes.world(joint).times(matrix(back, i * 16));
        }
        return bones;
    }

    private static Matrix matrix(float[] values, int at) {
        double[] columns = new double[16];
        for (int i = 0; i < 16; i++) {
            columns[i] = values[at + i];
        }
        return Matrix.of(columns);
    }

    private void add(JsonNode attributes, int set, Matrix[] bones, double[] sums, int vertices) {
        float[] which = accessors.floats(Document.index(attributes, "JOINTS_" + set), PER_SET);
        float[] weights = accessors.floats(Document.index(attributes, "WEIGHTS_" + set), PER_SET);
        if (which.length != vertices * PER_SET || weights.length != which.length) {
            throw RefusedModel.invalid("JOINTS or WEIGHTS have another count of elements than POSITION");
        }
        for (int i = 0; i < which.length; i++) {
            if (weights[i] == 0) {
                continue;
            }
            int bone = (int) which[i];
            if (bone < 0 || bone >= bones.length || !Float.isFinite(weights[i])) {
                throw RefusedModel.invalid("a vertex hangs on a joint that its skin does not have");
            }
            double[] columns = bones[bone].columns();
            for (int k = 0; k < 12; k++) {
                sums[i / PER_SET * 12 + k] += weights[i] * columns[k / 3 * 4 + k % 3];
            }
        }
    }

    private static void move(double[] sums, int vertex, float[] values, int placed) {
        int m = vertex * 12;
        int p = vertex * 3;
        double x = values[p];
        double y = values[p + 1];
        double z = values[p + 2];
        for (int row = 0; row < 3; row++) {
            values[p + row] = (float) (sums[m + row] * x + sums[m + 3 + row] * y + sums[m + 6 + row] * z
                    + placed * sums[m + 9 + row]);
        }
    }
}
