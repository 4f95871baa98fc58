package dev.atelier.mesh.child;

import java.nio.file.Path;
import java.time.Duration;

import dev.atelier.mesh.problem.Problem;

/** How a child process ended. */
public sealed interface Outcome {

    /**
     * @param file in the task's folder; null for a mere analysis
     * @param format glb, usdz, obj (a zip), stl, ply, 3mf, fbx, gltf, png or gif; json for an analysis
     * @param report a JSON object: what there is to tell, and the source's metrics under {@code source}
     */
    record Made(Path file, String format, String report, Duration took, long peakBytes) implements Outcome {
    }

    /** @param mayHelp whether doing it once more may end better */
    record Failed(Problem problem, String message, boolean mayHelp, Duration took) implements Outcome {
    }
}
