package dev.atelier.mesh.simplify;

import static org.lwjgl.util.meshoptimizer.MeshOptimizer.meshopt_SimplifyPermissive;
import static org.lwjgl.util.meshoptimizer.MeshOptimizer.meshopt_simplify;
import static org.lwjgl.util.meshoptimizer.MeshOptimizer.meshopt_simplifySloppy;
import static org.lwjgl.util.meshoptimizer.MeshOptimizer.meshopt_simplifyWithAttributes;

import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.List;

import org.lwjgl.BufferUtils;

import dev.atelier.mesh.scene.Shape;

/** One shape, simplified by meshoptimizer: carefully, then across seams, then by brute force. */
final class Ladder {

    static final List<String> NAMES = List.of("default", "permissive", "sloppy");

    private static final float LARGEST_ERROR = 0.05f;
    private static final double CLOSE_ENOUGH = 1.1;
    private static final float NORMAL_WEIGHT = 0.5f;
    private static final float UV_WEIGHT = 1f;

    private final Shape shape;
    private final IntBuffer indices;
    private final FloatBuffer positions;
    private final FloatBuffer attributes;
    private final FloatBuffer weights;
    private final long target;

    private Ladder(Shape shape, double ratio) {
        this.shape = shape;
        indices = BufferUtils.createIntBuffer(shape.triangles().length).put(shape.triangles()).flip();
        positions = BufferUtils.createFloatBuffer(shape.positions().length).put(shape.positions()).flip();
        boolean uvs = shape.hasUv(0);
        int width = (shape.normals() == null ? 0 : 3) + (uvs ? 2 : 0);
        weights = BufferUtils.createFloatBuffer(width);
        attributes = BufferUtils.createFloatBuffer(width * shape.vertexCount());
        if (shape.normals() != null) {
            weights.put(NORMAL_WEIGHT).put(NORMAL_WEIGHT).put(NORMAL_WEIGHT);
        }
        if (uvs) {
            weights.put(UV_WEIGHT).put(UV_WEIGHT);
        }
        weights.flip();
        for (int v = 0; v < shape.vertexCount(); v++) {
            for (int k = 0; shape.normals() != null && k < 3; k++) {
                attributes.put(shape.normals()[v * 3 + k]);
            }
            for (int k = 0; uvs && k < 2; k++) {
                attributes.put(shape.uvs().get(0)[v * 2 + k]);
            }
        }
        attributes.flip();
        target = Math.max(1, Math.round(shape.faceCount() * ratio)) * 3L;
    }

    record Step(Shape shape, double error, int way) {
    }

    static Step climb(Shape shape, double ratio) {
        if (ratio >= 1 || shape.faceCount() <= 1) {
            return new Step(shape, 0, 0);
        }
        Ladder ladder = new Ladder(shape, ratio);
        Step best = new Step(shape, 0, 0);
        for (int way = 0; way < NAMES.size(); way++) {
            Step step = ladder.step(way);
            if (step.shape().faceCount() > 0 && step.shape().faceCount() < best.shape().faceCount()) {
                best = step;
            }
            if (best.shape().faceCount() * 3 <= ladder.target * CLOSE_ENOUGH) {
                break;
            }
        }
        return best;
    }

    private Step step(int way) {
        IntBuffer to = BufferUtils.createIntBuffer(indices.remaining());
        FloatBuffer error = BufferUtils.createFloatBuffer(1);
        int vertices = shape.vertexCount();
        long left = switch (way) {
            case 0 -> careful(to, 0, error);
            case 1 -> careful(to, meshopt_SimplifyPermissive, error);
            default -> meshopt_simplifySloppy(to, indices, positions, vertices, 12, null, target, 1f, error);
        };
        int[] triangles = new int[(int) left];
        to.get(0, triangles);
        return new Step(Welded.compact(shape, triangles), error.get(0), way);
    }

    private long careful(IntBuffer to, int options, FloatBuffer error) {
        if (weights.remaining() == 0) {
            return meshopt_simplify(to, indices, positions, shape.vertexCount(), 12, target, LARGEST_ERROR, options,
                    error);
        }
        return meshopt_simplifyWithAttributes(to, indices, positions, shape.vertexCount(), 12, attributes,
                weights.remaining() * 4L, weights, null, target, LARGEST_ERROR, options, error);
    }
}
