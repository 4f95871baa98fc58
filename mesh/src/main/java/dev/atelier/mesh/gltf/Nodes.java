package dev.atelier.mesh.gltf;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import dev.atelier.mesh.problem.RefusedModel;
import dev.atelier.mesh.scene.Matrix;

/** The tree of nodes: who is shown, and where in the world each stands. A node with two parents or a ring is refused. */
final class Nodes {

    private final Document document;
    private final int[] parents;
    private final Matrix[] worlds;

    Nodes(Document document, Limits limits) {
        this.document = document;
        int count = document.count("nodes");
        if (count > limits.nodes()) {
            throw RefusedModel.tooLarge("the file has more than " + limits.nodes() + " nodes: join them");
        }
        parents = parents(count);
        worlds = new Matrix[count];
        refuseRings();
    }

    private int[] parents(int count) {
        int[] found = new int[count];
        Arrays.fill(found, -1);
        for (int node = 0; node < count; node++) {
            for (JsonNode child : document.at("nodes", node).path("children")) {
                int index = child.asInt(-1);
                document.at("nodes", index);
                if (found[index] >= 0) {
                    throw RefusedModel.invalid("node " + index + " has two parents");
                }
                found[index] = node;
            }
        }
        return found;
    }

    private void refuseRings() {
        int[] seenFrom = new int[parents.length];
        for (int start = 0; start < parents.length; start++) {
            int at = start;
            while (at >= 0 && seenFrom[at] == 0) {
                seenFrom[at] = start + 1;
                at = parents[at];
            }
            if (at >= 0 && seenFrom[at] == start + 1) {
                throw RefusedModel.invalid("the nodes form a ring: node " + at + " is its own ancestor");
            }
        }
    }

    /** Of the default scene, else the first, else all that have no parent; parents before children, each once. */
    List<Integer> shown() {
        Deque<Integer> open = new ArrayDeque<>();
        roots().forEach(open::add);
        boolean[] seen = new boolean[parents.length];
        List<Integer> shown = new ArrayList<>();
        while (!open.isEmpty()) {
            int node = open.poll();
            if (!seen[node]) {
                seen[node] = true;
                shown.add(node);
                document.at("nodes", node).path("children").forEach(child -> open.add(child.asInt()));
            }
        }
        return shown;
    }

    private List<Integer> roots() {
        List<Integer> roots = new ArrayList<>();
        if (document.count("scenes") > 0) {
            int scene = Math.max(0, Document.index(document.root(), "scene"));
            for (JsonNode root : document.at("scenes", scene).path("nodes")) {
                document.at("nodes", root.asInt(-1));
                roots.add(root.asInt());
            }
            return roots;
        }
        for (int node = 0; node < parents.length; node++) {
            if (parents[node] < 0) {
                roots.add(node);
            }
        }
        return roots;
    }

    Matrix world(int node) {
        Deque<Integer> line = new ArrayDeque<>();
        for (int at = node; at >= 0 && worlds[at] == null; at = parents[at]) {
            line.push(at);
        }
        while (!line.isEmpty()) {
            int at = line.pop();
            Matrix local = local(document.at("nodes", at));
            worlds[at] = parents[at] < 0 ? local : worlds[parents[at]].times(local);
            if (!worlds[at].finite()) {
                throw RefusedModel.invalid("the transforms above node " + at + " multiply to infinity");
            }
        }
        return worlds[node];
    }

    private static Matrix local(JsonNode node) {
        if (node.has("matrix")) {
            return Matrix.of(Document.numbers(node, "matrix", Matrix.IDENTITY.columns()));
        }
        return Matrix.of(Document.numbers(node, "translation", 0, 0, 0), Document.numbers(node, "rotation", 0, 0, 0, 1),
                Document.numbers(node, "scale", 1, 1, 1));
    }
}
