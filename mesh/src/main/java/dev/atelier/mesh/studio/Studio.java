package dev.atelier.mesh.studio;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Blender as a Python module, on this machine. It is under the GPL: a process of its own, never linked.
 *
 * @param python the interpreter that has the module bpy
 */
public record Studio(Path python, String version) {

    private static final int PATIENCE_SECONDS = 20;
    private static final Set<String> FORMATS = Set.of("usdz", "fbx", "glb", "stl", "ply");
    private static final Set<String> OPERATIONS = Set.of("simplify", "bake_texture", "render_preview");

    /** @param format of a conversion, else ignored */
    public static boolean does(String operation, String format) {
        return OPERATIONS.contains(operation) || "convert".equals(operation) && FORMATS.contains(format);
    }

    /** Asks a Python whether it has the module, without loading it: that would take seconds. Empty: it has not. */
    public static Optional<Studio> of(Path python) {
        try {
            Process process = new ProcessBuilder(List.of(python.toString(), "-c",
                    "import importlib.metadata; print(importlib.metadata.version('bpy'))"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return Optional.empty();
            }
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.exitValue() == 0 && !said.isEmpty()
                    ? Optional.of(new Studio(python, said))
                    : Optional.empty();
        } catch (IOException absent) {
            return Optional.empty();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
