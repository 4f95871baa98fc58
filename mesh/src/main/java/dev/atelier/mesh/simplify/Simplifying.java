package dev.atelier.mesh.simplify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.atelier.mesh.problem.Problem;
import dev.atelier.mesh.problem.RefusedModel;
import dev.atelier.mesh.scene.Placed;
import dev.atelier.mesh.scene.Scene;
import dev.atelier.mesh.scene.Shape;
import dev.atelier.mesh.scene.Topology;

/**
 * Makes a scene of fewer triangles. A ratio is a wish: what is bound by seams and by the error allowed stops early, so
 * each next way of the ladder is less careful, and what was achieved is told beside what was asked for.
 */
public final class Simplifying {

    private Simplifying() {
    }

    /**
     * @param error the largest distance that a surface moved, as a part of the shape's size
     * @param way default, permissive or sloppy: the least careful way that was needed
     */
    public record Simplified(Scene scene, long before, long wanted, long achieved, double error, String way) {
    }

    /** @param ratio of the triangles to keep, above 0, at most 1 @throws RefusedModel */
    public static Simplified byRatio(Scene scene, double ratio) {
        if (!(ratio > 0 && ratio <= 1)) {
            throw new RefusedModel(Problem.BAD_REQUEST, "ratio must be above 0 and at most 1, not " + ratio);
        }
        scene.withFaces("simplify");
        Map<Shape, Ladder.Step> done = new HashMap<>();
        List<Placed> placed = new ArrayList<>();
        double error = 0;
        int worst = 0;
        for (Placed each : scene.placed()) {
            if (each.shape().topology().ordinal() < Topology.TRIANGLES.ordinal()) {
                placed.add(each);
                continue;
            }
            Ladder.Step step = done.computeIfAbsent(each.shape(), shape -> Ladder.climb(Welded.of(shape), ratio));
            error = Math.max(error, step.error());
            worst = Math.max(worst, step.way());
            placed.add(new Placed(step.shape(), each.world()));
        }
        long before = scene.faceCount();
        Scene made = new Scene(List.copyOf(placed), scene.materials(), scene.pictures(), scene.facts());
        return new Simplified(made, before, Math.max(1, Math.round(before * ratio)), made.faceCount(), error,
                Ladder.NAMES.get(worst));
    }

    /** @param faces at most so many in all */
    public static Simplified toFaces(Scene scene, long faces) {
        if (faces < 1) {
            throw new RefusedModel(Problem.BAD_REQUEST, "face_count must be at least 1, not " + faces);
        }
        return byRatio(scene, Math.min(1, faces / (double) scene.withFaces("simplify").faceCount()));
    }
}
