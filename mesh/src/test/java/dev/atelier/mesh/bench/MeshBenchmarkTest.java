package dev.atelier.mesh.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.atelier.mesh.Models;
import dev.atelier.mesh.child.ChildLimits;
import dev.atelier.mesh.child.Outcome;
import dev.atelier.mesh.child.RunningChild;
import dev.atelier.mesh.child.Task;
import dev.atelier.mesh.measure.MeasuringScenes;
import dev.atelier.mesh.scene.Picture;
import dev.atelier.mesh.scene.Scene;
import dev.atelier.mesh.write.WritingGlb;

/**
 * Our operations on half a million triangles beside the same work by gltf-transform and by Blender, where these are
 * (tools/mesh-bench fetches them): everything from the start of a process to its end, one after the other in one run.
 */
@Tag("faults")
class MeshBenchmarkTest {

    private static final int RUNS = 3;
    private static final String BAKE = "{\"maps\":[\"base_color\",\"normal\"],\"size\":2048,\"margin\":16}";

    @TempDir
    private Path folder;
    private Path big;
    private Path low;
    private final List<String> table = new ArrayList<>();

    private record Timed(double seconds, Path made) {
    }

    private interface Work {
        /** @return what was made; null: not possible here */
        Path run(Path own) throws IOException, InterruptedException;
    }

    @Test
    void half_a_million_triangles() throws Exception {
        Scene painted = Models.painted(500, 500);
        Scene scene = new Scene(painted.placed(), painted.materials(),
                List.of(new Picture("checks", "image/png", Models.checks(2048))), painted.facts());
        assertThat(scene.faceCount()).isEqualTo(500_000);
        assertThat(metrics(scene)).isLessThan(1);
        big = Files.write(folder.resolve("big.glb"), WritingGlb.write(scene));
        low = run("low", own -> ours("simplify", "{\"ratio\":0.1}", own)).made();

        row("simplify to 10 %", own -> ours("simplify", "{\"ratio\":0.1}", own),
                own -> transform(own, "simplify", "--ratio", "0.1", "--error", "0.05"),
                own -> blender("simplify", "{\"ratio\":0.1}", own, big, null));
        row("bake base colour and normal, 2048²", own -> child("bake_texture", BAKE, own, low, big), null,
                own -> blender("bake_texture", BAKE, own, low, big));
        row("preview 512²", own -> ours("render_preview", "{\"size\":512}", own), null,
                own -> blender("render_preview", "{\"size\":512,\"samples\":32}", own, big, null));
        row("metrics", own -> ours("analyze", "{}", own), own -> transform(own, "inspect"), null);
        System.out.println("| 500,000 triangles, seconds, best of " + RUNS + " | here | gltf-transform | Blender |");
        table.forEach(System.out::println);
    }

    private static double metrics(Scene scene) {
        double best = Double.MAX_VALUE;
        for (int i = 0; i < RUNS; i++) {
            long begun = System.nanoTime();
            MeasuringScenes.measure(scene);
            best = Math.min(best, (System.nanoTime() - begun) / 1e9);
        }
        System.out.printf(Locale.ROOT, "metrics of 500,000 triangles within a running process: %.2f s%n", best);
        return best;
    }

    private void row(String name, Work ours, Work transform, Work blender) throws Exception {
        Timed here = run(name, ours);
        table.add(String.format(Locale.ROOT, "| %s | %.2f | %s | %s |", name, here.seconds(),
                beside(name, transform, here), beside(name, blender, here)));
    }

    private String beside(String name, Work work, Timed here) throws Exception {
        Timed other = work == null ? null : run(name, work);
        return other == null
                ? "–"
                : String.format(Locale.ROOT, "%.2f (%.1f ×)", other.seconds(), other.seconds() / here.seconds());
    }

    /** Null: not possible here. */
    private Timed run(String name, Work work) throws Exception {
        double best = Double.MAX_VALUE;
        Path made = null;
        for (int i = 0; i < RUNS; i++) {
            Path own = Files.createTempDirectory(folder, "run");
            long begun = System.nanoTime();
            made = work.run(own);
            if (made == null) {
                return null;
            }
            best = Math.min(best, (System.nanoTime() - begun) / 1e9);
            assertThat(Files.size(made)).as(name).isGreaterThan(100);
        }
        return new Timed(best, made);
    }

    private Path ours(String operation, String parameters, Path own) throws IOException {
        return child(operation, parameters, own, big, null);
    }

    private static Path child(String operation, String parameters, Path own, Path source, Path high)
            throws IOException {
        Outcome outcome = new RunningChild(ChildLimits.USUAL).run(new Task(operation, parameters, source, high), own,
                percent -> {
                });
        assertThat(outcome).isInstanceOf(Outcome.Made.class);
        Outcome.Made made = (Outcome.Made) outcome;
        System.out.printf("%s: %s%n", operation, made.report().replaceAll(",\"source\":.*", "}"));
        return made.file() == null ? own.resolve("report.json") : made.file();
    }

    private Path transform(Path own, String command, String... options) throws IOException, InterruptedException {
        Path program = tool("bench/node_modules/.bin/gltf-transform");
        if (program == null) {
            return null;
        }
        Path made = own.resolve("made.glb");
        List<String> words = new ArrayList<>(List.of(program.toString(), command, big.toString()));
        if (!"inspect".equals(command)) {
            words.add(made.toString());
        }
        words.addAll(List.of(options));
        Path said = done(words, own);
        return Files.exists(made) ? made : said;
    }

    private Path blender(String operation, String parameters, Path own, Path source, Path high)
            throws IOException, InterruptedException {
        Path python = tool("studio/bin/python");
        if (python == null) {
            return null;
        }
        Path made = own.resolve("made." + ("render_preview".equals(operation) ? "png" : "glb"));
        Path script = own.resolve("studio.py");
        try (var bytes = MeshBenchmarkTest.class.getResourceAsStream("/atelier/studio.py")) {
            Files.copy(bytes, script);
        }
        List<String> words = new ArrayList<>(List.of(python.toString(), script.toString(), operation,
                Files.writeString(own.resolve("p.json"), parameters).toString(), source.toString(), made.toString()));
        if (high != null) {
            words.add(high.toString());
        }
        done(words, own);
        return made;
    }

    private static Path done(List<String> words, Path own) throws IOException, InterruptedException {
        Path said = own.resolve("said.txt");
        Process process = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(said.toFile()).start();
        boolean ended = process.waitFor(Duration.ofMinutes(10).toSeconds(), TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(ended && process.exitValue() == 0).as(() -> words + " " + tail(said)).isTrue();
        return said;
    }

    private static String tail(Path said) {
        try {
            String all = Files.readString(said);
            return all.substring(Math.max(0, all.length() - 1000));
        } catch (IOException gone) {
            return gone.toString();
        }
    }

    private static Path tool(String name) {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isExecutable(at.resolve(".tools").resolve(name))) {
                return at.resolve(".tools").resolve(name);
            }
        }
        return null;
    }
}
