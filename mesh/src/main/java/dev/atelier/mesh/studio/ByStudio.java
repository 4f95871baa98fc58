package dev.atelier.mesh.studio;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.atelier.mesh.problem.Problem;
import dev.atelier.mesh.problem.RefusedModel;
import dev.atelier.mesh.scene.Scene;
import dev.atelier.mesh.write.WritingGlb;

/**
 * One operation by Blender, from within the child process. The model is read and written anew by us before Blender sees
 * it: what is hostile has been refused, what is compressed is plain.
 */
public final class ByStudio {

    /** 128 + signal: SIGILL, SIGABRT, SIGBUS, SIGFPE, SIGSEGV. */
    private static final Set<Integer> CRASHED = Set.of(132, 134, 135, 136, 139);

    private final Path python;
    private final Path folder;
    private final IntConsumer percent;

    /** @param folder of our own @param percent told now and then, 0 to 100 */
    public ByStudio(Path python, Path folder, IntConsumer percent) {
        this.python = python;
        this.folder = folder.toAbsolutePath();
        this.percent = percent;
    }

    /**
     * @param fine what a bake looks at, else ignored
     * @param format what is to come out
     * @param report gets what Blender has to tell
     */
    public byte[] make(String operation, String parameters, Scene scene, Scene fine, String format, ObjectNode report)
            throws IOException {
        Path script = folder.resolve("studio.py");
        try (InputStream source = ByStudio.class.getResourceAsStream("/atelier/studio.py")) {
            Files.copy(source, script);
        }
        Path made = folder.resolve("by-studio." + format);
        List<String> words = new ArrayList<>(List.of(python.toString(), "-B", script.toString(), operation,
                Files.writeString(folder.resolve("for-studio.json"), parameters).toString(),
                Files.write(folder.resolve("for-studio.glb"), WritingGlb.write(scene)).toString(), made.toString()));
        if (fine != scene) {
            words.add(Files.write(folder.resolve("fine-for-studio.glb"), WritingGlb.write(fine)).toString());
        }
        String last = run(words);
        if (!last.startsWith("made ")) {
            refuse(last);
        }
        report.setAll((ObjectNode) new ObjectMapper().readTree(last.substring(5)));
        if (!Files.exists(made)) {
            throw new RefusedModel(Problem.OUTPUT_INVALID, "Blender says it is done, and there is no file");
        }
        return Files.readAllBytes(made);
    }

    /** @return the last line that is no progress, or how the process ended */
    private String run(List<String> words) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile())
                .redirectError(folder.resolve("studio-said.txt").toFile());
        builder.environment().keySet().removeIf(each -> each.startsWith("ATELIER_") || each.startsWith("SPRING_"));
        Process process = builder.start();
        String last = "";
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("progress ")) {
                    percent.accept(Integer.parseInt(line.substring(9)));
                } else {
                    last = line;
                }
            }
            int status = process.waitFor();
            return last.isEmpty() ? "status " + status : last;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new RefusedModel(Problem.CANCELED, "ended from outside");
        } finally {
            process.destroyForcibly();
        }
    }

    private static void refuse(String last) {
        String[] words = last.split(" ", 3);
        if ("refused".equals(words[0]) && words.length == 3) {
            throw new RefusedModel(Problem.valueOf(words[1]), words[2]);
        }
        boolean crashed = "status".equals(words[0]) && CRASHED.contains(Integer.parseInt(words[1]));
        throw new RefusedModel(crashed ? Problem.NATIVE_CRASH : Problem.TOOL_FAILED, "Blender ended with " + last);
    }
}
