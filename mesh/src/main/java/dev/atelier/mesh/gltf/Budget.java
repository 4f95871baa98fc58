package dev.atelier.mesh.gltf;

import dev.atelier.mesh.problem.RefusedModel;

/** What is left of the limits while one file is read. */
final class Budget {

    private final Limits limits;
    private long values;
    private long faces;
    private int nodes;

    Budget(Limits limits) {
        this.limits = limits;
    }

    void values(long more) {
        values += more;
        if (values > limits.values()) {
            throw RefusedModel.tooLarge("the model holds more than " + limits.values()
                    + " numbers: simplify it, or split it into several files");
        }
    }

    void faces(long more) {
        faces += more;
        if (faces > limits.faces()) {
            throw RefusedModel.tooLarge("the model shows more than " + limits.faces()
                    + " triangles (instances counted): simplify it before you send it");
        }
    }

    void node() {
        if (++nodes > limits.nodes()) {
            throw RefusedModel.tooLarge("the scene has more than " + limits.nodes() + " nodes: join them");
        }
    }
}
