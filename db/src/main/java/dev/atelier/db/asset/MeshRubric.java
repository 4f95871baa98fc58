package dev.atelier.db.asset;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import dev.atelier.db.dialect.Json;

/**
 * Judges a measured model by rule: from 5 points each flaw takes some, small shares of flawed faces take little. Equal
 * versions judge alike; whoever changes what is judged, or how, gives it the next version.
 */
final class MeshRubric {

    static final String ID = "mesh-1";

    private static final double BEST = 5;
    private static final int MANY_PIECES = 100;

    private final Map<String, Object> lost = new LinkedHashMap<>();
    private double points = BEST;

    private MeshRubric() {
    }

    /**
     * @param rating 0 to 5
     * @param grade A (4.5 or more), B (3.5), C (2.5), D (1.5) or E
     * @param lost what each flaw took, of those that took something
     */
    record Judgement(BigDecimal rating, String grade, Map<String, Object> lost) {

        String metrics() {
            Map<String, Object> metrics = new LinkedHashMap<>();
            metrics.put("grade", grade);
            metrics.put("lost", lost);
            return Json.write(metrics);
        }
    }

    /** @param mesh measured wholly: with its faces and what else there is to tell */
    static Judgement of(ModelAsset mesh) {
        return new MeshRubric().judge(mesh);
    }

    private Judgement judge(ModelAsset mesh) {
        JsonNode quality = Json.read(mesh.qualityJson(), JsonNode.class);
        long faces = mesh.faceCount();
        if (faces == 0) {
            take("no_faces", BEST);
        } else {
            JsonNode edges = quality.path("edges");
            take("open_surface", Boolean.FALSE.equals(mesh.watertight()) ? 0.5 : 0);
            take("non_manifold_edges", share(edges.path("nonManifold").asLong(), faces, 20));
            take("inconsistent_winding", share(edges.path("inconsistentWinding").asLong(), faces, 20));
            take("degenerate_faces", share(edges.path("degenerateFaces").asLong(), faces, 10));
            take("many_pieces", edges.path("components").asLong() > MANY_PIECES ? 0.25 : 0);
            take("no_texture_coordinates", mesh.uvMapCount() == 0 ? 0.5 : 0);
            take("no_colours", mesh.textures().isEmpty() && !quality.path("vertexColors").asBoolean() ? 0.5 : 0);
            take("no_normals", quality.path("normals").asBoolean() ? 0 : 0.25);
        }
        BigDecimal rating = BigDecimal.valueOf(Math.max(0, points)).setScale(2, RoundingMode.HALF_UP);
        return new Judgement(rating, grade(rating.doubleValue()), lost);
    }

    /** At most one point, from a share of {@code 1 / weight} of the faces on. */
    private static double share(long flawed, long faces, int weight) {
        return Math.min(1, weight * (double) flawed / faces);
    }

    private void take(String flaw, double some) {
        if (some > 0) {
            lost.put(flaw, BigDecimal.valueOf(some).setScale(3, RoundingMode.HALF_UP));
            points -= some;
        }
    }

    private static String grade(double rating) {
        if (rating >= 4.5) {
            return "A";
        }
        if (rating >= 3.5) {
            return "B";
        }
        return rating >= 2.5 ? "C" : rating >= 1.5 ? "D" : "E";
    }
}
