package dev.atelier.mesh.scene;

import java.util.List;

import dev.atelier.mesh.problem.Problem;
import dev.atelier.mesh.problem.RefusedModel;

/** What is seen of a model: shapes at their places in the world (metres, +Y up, right-handed), and their materials. */
public record Scene(List<Placed> placed, List<Material> materials, List<Picture> pictures, Facts facts) {

    public long faceCount() {
        return placed.stream().mapToLong(each -> each.shape().faceCount()).sum();
    }

    public Material materialOf(Shape shape) {
        return shape.material() < 0 ? Material.DEFAULT : materials.get(shape.material());
    }

    /** @throws RefusedModel NOT_A_MESH when there is no triangle */
    public Scene withFaces(String operation) {
        if (faceCount() == 0) {
            throw new RefusedModel(Problem.NOT_A_MESH,
                    operation + " needs triangles, and this model has none (only points or lines, or an empty scene)");
        }
        return this;
    }
}
